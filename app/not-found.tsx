import type { Metadata } from 'next'
import { MessagePage } from '@/components/shell/message-page'
import { nothingHere } from '@/components/shell/nothing-here'

export const metadata: Metadata = { title: 'Page not found' }

/** For addresses without a route: nothing is around it. */
export default function NotFound() {
  return <MessagePage {...nothingHere} />
}
