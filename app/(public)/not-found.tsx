import type { Metadata } from 'next'
import { Message } from '@/components/shell/message'
import { nothingHere } from '@/components/shell/nothing-here'

export const metadata: Metadata = { title: 'Page not found' }

/** Inside the shell, which has the one <main> of the page. */
export default function NotFound() {
  return <Message {...nothingHere} />
}
