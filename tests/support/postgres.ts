import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { migrate } from '@/db/migrate'
import { openEmbeddedPostgres, removeAbandoned } from '@/lib/runtime/embedded-postgres'

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: TestServer
  }
}

/** The server of a test run and the migrated database that each test file clones. */
export type TestServer = { adminUrl: string; template: string; key: string }

/** One throw-away server per run (no fsync), migrated once. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openEmbeddedPostgres({ dir: await ephemeralFolder('db'), ephemeral: true })
  const key = randomBytes(32).toString('base64url')
  const admin = postgres(server.url('postgres'), { max: 1 })
  try {
    await admin`create database winnow_template`
    await migrate(server.url('winnow_template'), { key })
  } finally {
    await admin.end()
  }
  project.provide('postgres', { adminUrl: server.url('postgres'), template: 'winnow_template', key })
  return () => server.close()
}

/** A new folder below the system's temporary one. Servers that killed runs left behind are stopped and removed on the way. */
export async function ephemeralFolder(purpose: string): Promise<string> {
  const prefix = `winnow-${purpose}-`
  // `npm test` gives the tests a temporary folder of their own; servers lie where the next run finds them.
  const below = process.env.WINNOW_TEST_TMP ?? tmpdir()
  for (const name of readdirSync(below).filter((entry) => entry.startsWith(prefix))) {
    await removeAbandoned(path.join(below, name))
  }
  return mkdtempSync(path.join(below, prefix))
}
