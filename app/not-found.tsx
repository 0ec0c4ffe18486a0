import type { Metadata } from 'next'
import { LinkButton } from '@/components/ui/button'
import { MessagePage } from '@/components/shell/message-page'
import { paths } from '@/lib/paths'

export const metadata: Metadata = { title: 'Page not found' }

export default function NotFound() {
  return (
    <MessagePage
      title="Page not found"
      actions={
        <>
          <LinkButton href={paths.datasets()} kind="primary">
            See the datasets
          </LinkButton>
          <LinkButton href={paths.home()}>Go to the start</LinkButton>
        </>
      }
    >
      There is nothing at this address, or nothing that you may see. If you typed it, check it for a slip; if
      you followed a link, tell whoever gave it to you.
    </MessagePage>
  )
}
