import 'server-only'
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { and, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { person } from '@/db/schema'
import type { Env } from '@/lib/runtime/env'

/** Their password is in the source code. */
export async function refuseDemoPersonas(): Promise<void> {
  const active = and(eq(person.demo, 1), isNull(person.disabledAt))
  const found = await db().select({ email: person.email }).from(person).where(active).limit(3)
  if (found.length === 0) return
  const who = found.map(({ email }) => email).join(', ')
  throw new Error(
    `This database has demo personas (${who}), whose password everybody knows; production does not start on it.`,
  )
}

/** The marker is written after success: a start that was killed while seeding takes it up again, and a finished one is never repeated. */
export async function seedOnce({ dataDir }: Env, signal: AbortSignal): Promise<void> {
  const marker = path.join(dataDir, 'demo-world')
  if (existsSync(marker)) return
  console.error('Making the demo world …')
  const { seedDemo } = await import('@/lib/demo/seed')
  await seedDemo({ note: (line) => console.error(`  ${line}`), signal })
  writeFileSync(marker, `${new Date().toISOString()}\n`)
}
