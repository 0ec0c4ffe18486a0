import 'server-only'
import { getServerSession } from 'next-auth'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { db } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { loadMember } from '@/lib/auth/load-actor'
import { authOptions } from '@/lib/auth/options'
import { unauthenticated } from '@/lib/errors'
import { paths } from '@/lib/paths'

/** Who is signed in, with the roles they hold in the database now; null for nobody. Once per request. */
export const currentActor = cache(async (): Promise<Member | null> => {
  const session = await getServerSession(authOptions)
  if (!session?.winnow) return null
  return loadMember(db(), session.winnow.personId, session.winnow.sessionVersion)
})

/** For actions and API calls: refuses nobody with 401. */
export async function requireMember(): Promise<Member> {
  const member = await currentActor()
  if (!member) throw unauthenticated()
  return member
}

/** For pages: sends nobody to sign in, and back to where they wanted to go. */
export async function requireMemberPage(back: string): Promise<Member> {
  return (await currentActor()) ?? redirect(paths.signIn(back))
}
