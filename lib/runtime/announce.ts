import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { person } from '@/db/schema'
import { demoPassword, personas } from '@/lib/demo/personas'
import { english } from '@/lib/i18n/say'
import type { Env } from '@/lib/runtime/env'
import { isReadOnly } from '@/lib/runtime/read-only'

/** The address, who can sign in, and how to stop. */
export async function announce(env: Env): Promise<void> {
  console.log(`\nWinnow is running at ${env.url}\n`)
  if (isReadOnly())
    console.log('It is READ-ONLY: see above. `winnow log recover` ends that, then start it again.\n')
  if (env.mode === 'demo') await announcePersonas()
  const [somebody] = await db().select({ id: person.id }).from(person).limit(1)
  if (!somebody) console.log(`Nobody has an account yet: make the first admin at ${env.url}/set-up\n`)
  console.log('Stop it with Ctrl-C.')
}

async function announcePersonas(): Promise<void> {
  const people = await db().select({ email: person.email }).from(person).where(eq(person.demo, 1))
  const present = new Set(people.map(({ email }) => email))
  const known = personas.filter(({ email }) => present.has(email))
  if (known.length === 0) return
  console.log(`This is a demonstration. Its people sign in with the password ${demoPassword}`)
  const width = Math.max(...known.map(({ email }) => email.length))
  for (const { key, email, name } of known)
    console.log(`  ${email.padEnd(width)}  ${name}: ${english(`account.signIn.demo.does.${key}`)}`)
  console.log('')
}
