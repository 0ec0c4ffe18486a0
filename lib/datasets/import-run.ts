import 'server-only'
import { and, eq, ne, sql } from 'drizzle-orm'
import { db, type Tx } from '@/db/client'
import { importRun } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { keeping } from '@/lib/i18n/kept'
import { say } from '@/lib/i18n/say'
import type { ImportProgress } from './import-progress'

/** Writes down that an import was asked for (`importRequest`, or what the command line was given); the row is what the progress page shows, never the truth about rows. */
export async function insertRun(tx: Tx, actor: Actor, datasetId: string, request: object): Promise<string> {
  const [row] = await tx
    .insert(importRun)
    .values({
      datasetId,
      request: Buffer.from(JSON.stringify(request)),
      startedBy: actor.kind === 'member' ? actor.id : null,
    })
    .returning({ id: importRun.id })
  if (!row) throw new Error('an import run was not written')
  return row.id
}

/** One import as its progress page sees it. Updates are its own small statements: they may be lost, chunks may not. */
export class Run {
  private reported = 0

  constructor(
    private readonly datasetId: string,
    readonly id: string,
  ) {}

  /** A run that was killed cannot say so: the one that goes on with its revision does. */
  async start(revisionId: string | null): Promise<void> {
    await this.update({
      state: 'running',
      startedAt: sql`coalesce(started_at, now())`,
      revisionId,
      error: null,
    })
    if (revisionId === null) return
    const kept = keeping((keep) => keep(say('importing.elsewhere')))
    await db()
      .update(importRun)
      .set({ state: 'failed', error: kept, finishedAt: sql`now()` })
      .where(
        and(
          eq(importRun.datasetId, this.datasetId),
          eq(importRun.revisionId, revisionId),
          eq(importRun.state, 'running'),
          ne(importRun.id, this.id),
        ),
      )
  }

  /** At most once a second. */
  async report({ bytesDone, bytesTotal, rowsDone }: ImportProgress, now = Date.now()): Promise<void> {
    if (now - this.reported < 1000) return
    this.reported = now
    await this.update({ bytesDone, bytesTotal, rowsDone })
  }

  async finish(rowsDone: number): Promise<void> {
    await this.update({ state: 'done', bytesDone: sql`bytes_total`, rowsDone, finishedAt: sql`now()` })
  }

  /** @param error as `keeping` gives it */
  async fail(error: string): Promise<void> {
    await this.update({ state: 'failed', error, finishedAt: sql`now()` })
  }

  private async update(set: Parameters<ReturnType<typeof updateRuns>['set']>[0]): Promise<void> {
    await updateRuns()
      .set(set)
      .where(and(eq(importRun.datasetId, this.datasetId), eq(importRun.id, this.id)))
  }
}

const updateRuns = () => db().update(importRun)
