import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, beforeAll, inject } from 'vitest'
import { closeDatabase, connect, database, type Database, type Db } from '@/db/client'
import { roleUrl } from '@/db/roles'
import { forgetEnv } from '@/lib/runtime/env'

export type TestDatabase = {
  /** As winnow_app, the role of web, worker and command line. */
  app: Database
  /** As winnow_sequencer. */
  sequencer: Database
  /** As the superuser: to look and to prepare, never to prove what the product may do. */
  admin: Database
  db: Db
  sql: postgres.Sql
  urls: { app: string; sequencer: string; admin: string }
  /** Closes what was opened beside it, when the file ends. */
  atEnd: (close: () => Promise<void>) => void
}

/**
 * A database of its own for a test file: call it at the top level, use what it returns inside tests. The environment
 * then holds what the product's code expects (DATABASE_URL as winnow_app, WINNOW_SEQUENCER_URL, WINNOW_KEY,
 * WINNOW_DATA, …), so `db()` and `transact()` work as they do in the product. Dropped at the end of the file.
 */
export function testDatabase(): TestDatabase {
  let opened: TestDatabase | undefined
  const { adminUrl, template, key } = inject('postgres')
  const name = `t_${randomBytes(6).toString('hex')}`
  let dataDir = ''
  const ends: (() => Promise<void>)[] = []

  beforeAll(async () => {
    await asAdmin(adminUrl, async (admin) => {
      await admin`create database ${admin(name)} template ${admin(template)}`
    })
    const own = new URL(adminUrl)
    own.pathname = `/${name}`
    const urls = {
      admin: own.href,
      app: roleUrl(own.href, 'winnow_app', key),
      sequencer: roleUrl(own.href, 'winnow_sequencer', key),
    }
    dataDir = mkdtempSync(path.join(tmpdir(), 'winnow-data-'))
    Object.assign(process.env, {
      DATABASE_URL: urls.app,
      WINNOW_SEQUENCER_URL: urls.sequencer,
      WINNOW_KEY: key,
      NEXTAUTH_SECRET: key,
      WINNOW_DATA: dataDir,
      WINNOW_LOG_ORIGIN: 'log.test.invalid/winnow',
      WINNOW_MODE: 'demo',
    })
    // A file may have one database after another.
    forgetEnv()
    // The product's own pool, as when it runs: two of them plan each statement twice, and read the catalog twice.
    const app = database()
    opened = {
      app,
      sequencer: connect(urls.sequencer),
      admin: connect(urls.admin),
      db: app.db,
      sql: app.sql,
      urls,
      atEnd: (close) => ends.push(close),
    }
  })

  afterAll(async () => {
    // The pool that the product's code opened for this file: the next one has another database.
    await closeDatabase()
    for (const close of ends) await close()
    if (opened) await Promise.all([opened.app.close(), opened.sequencer.close(), opened.admin.close()])
    await asAdmin(adminUrl, async (admin) => {
      await untilAllHaveLeft(admin, name)
      await admin`drop database if exists ${admin(name)} with (force)`
    })
    if (dataDir) rmSync(dataDir, { recursive: true, force: true })
  })

  const need = (): TestDatabase => {
    if (!opened)
      throw new Error('the test database is there inside tests and hooks, not while the file loads')
    return opened
  }
  return {
    get app() {
      return need().app
    },
    get sequencer() {
      return need().sequencer
    },
    get admin() {
      return need().admin
    },
    get db() {
      return need().db
    },
    get sql() {
      return need().sql
    },
    get urls() {
      return need().urls
    },
    get atEnd() {
      return need().atEnd
    },
  }
}

/**
 * graphile-worker does not wait for its pool to end, and no longer listens to it: a connection that is cut off while it takes its leave
 * would be an error outside every test. Whoever is still there after five seconds was killed, and is forced out.
 */
async function untilAllHaveLeft(admin: postgres.Sql, database: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const [row] = await admin<{ left: boolean }[]>`
      select not exists (select from pg_stat_activity where datname = ${database}) as left`
    if (row?.left) return
    await setTimeout(50)
  }
}

async function asAdmin(url: string, work: (admin: postgres.Sql) => Promise<unknown>): Promise<void> {
  const admin = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    await work(admin)
  } finally {
    await admin.end()
  }
}
