import type { Metadata } from 'next'
import { MessagePage } from '@/components/shell/message-page'
import { useNothingHere } from '@/components/shell/nothing-here'
import { getT } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('shell.notFound'))('title') }
}

/** For addresses without a route: nothing is around it. */
export default function NotFound() {
  return <MessagePage {...useNothingHere()} />
}
