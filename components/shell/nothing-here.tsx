import { LinkButton } from '@/components/ui/button'
import { paths } from '@/lib/paths'
import type { MessageProps } from './message'

/** The same words for what is not there and what may not be seen: they tell nobody which it is. */
export const nothingHere: MessageProps = {
  title: 'Page not found',
  children:
    'There is nothing at this address, or nothing that you may see. If you typed it, check it for a slip; if you followed a link, tell whoever gave it to you.',
  actions: (
    <>
      <LinkButton href={paths.datasets()} kind="primary">
        See the datasets
      </LinkButton>
      <LinkButton href={paths.home()}>Go to the start</LinkButton>
    </>
  ),
}
