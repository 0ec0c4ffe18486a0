import type { Metadata } from 'next'
import { Message } from '@/components/shell/message'
import { useNothingHere } from '@/components/shell/nothing-here'
import { getT } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('shell.notFound'))('title') }
}

/** Inside the shell, which has the one <main> of the page. */
export default function NotFound() {
  return <Message {...useNothingHere()} />
}
