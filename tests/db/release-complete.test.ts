import { createServer } from 'node:http'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db, transact } from '@/db/client'
import { announceDraw } from '@/lib/audit-draw/announce'
import { makeDraw } from '@/lib/audit-draw/draw'
import { exportDraw } from '@/lib/audit-draw/export'
import { auditLine, parseAuditLines } from '@/lib/audit-draw/openings-file'
import type { Member } from '@/lib/auth/actor'
import { itemSubject } from '@/lib/crypto/subject'
import { itemDigest } from '@/lib/datasets/digest'
import { appendEntry } from '@/lib/log/append'
import { latestCheckpoint, logVkey } from '@/lib/log/queries'
import { drainPending } from '@/lib/log/sequencer'
import { serveTile } from '@/lib/log/serve-tile'
import { verify } from '@/lib/releases/verify'
import { forgetEnv } from '@/lib/runtime/env'
import { testDatabase } from '../support/database'
import { listening } from '../support/listening'
import { lead as somebody } from './log-fixtures'
import { decide, publishTo, publishWorld, rulings, TEA, type PublishWorld } from './publish-world'
import { newMember } from './review-world'

testDatabase()
let auditor: Member
const folder = mkdtempSync(path.join(tmpdir(), 'winnow-complete-'))

const server = createServer((request, response) => {
  const answer = async (asked: string) => {
    if (asked === '/log/checkpoint') return Buffer.from((await latestCheckpoint())?.note ?? '')
    const served = await serveTile(new Request(`http://here${asked}`))
    return served.ok ? Buffer.from(await served.arrayBuffer()) : null
  }
  void answer(request.url ?? '').then((bytes) =>
    bytes ? response.end(bytes) : response.writeHead(404).end(),
  )
})

beforeAll(async () => {
  process.env.WINNOW_URL = `http://127.0.0.1:${await listening(server)}`
  forgetEnv()
  auditor = await newMember(db(), [], ['auditor'])
})
afterAll(() => {
  delete process.env.WINNOW_URL
  forgetEnv()
  server.close()
})

/** What an auditor takes along of a draw of `k` decisions of the dataset. */
async function drawn({ slug }: PublishWorld, k: number): Promise<string> {
  await drainPending()
  const { drawId } = await transact((tx) => announceDraw(tx, auditor, { dataset: slug, k }))
  await drainPending()
  await transact((tx) => makeDraw(tx, drawId))
  return exportDraw(auditor, drawId)
}

function fileOf(text: string): string {
  const file = path.join(mkdtempSync(path.join(folder, 'f')), 'openings.jsonl')
  writeFileSync(file, text)
  return file
}

describe('a release, beside the openings of auditors', () => {
  it('is complete when every decision is opened, and carried out', async () => {
    const world = await publishWorld('complete')
    await decide(world, rulings())
    const { folder: release } = await publishTo(world)
    const text = await drawn(world, 1_000)
    const asked = { release, base: world.files, vkey: logVkey() }
    const whole = await verify({ ...asked, openings: fileOf(text) })
    expect(whole).toMatchObject({ exit: 0, complete: { state: 'valid' } })
    expect(whole.complete.says[0]).toContain(`Of the ${rulings().length} decisions of complete`)

    const rowless = await verify({ release, vkey: logVkey(), openings: fileOf(text) })
    expect(rowless).toMatchObject({ exit: 2, complete: { state: 'not_checked' } })

    const lines = text.split('\n')
    const fewer = await verify({ ...asked, openings: fileOf(lines.slice(2).join('\n')) })
    expect(fewer).toMatchObject({ exit: 2, complete: { state: 'not_checked' } })
    expect(fewer.complete.says.join(' ')).toContain('2 decisions are not opened')
    expect(await verify({ ...asked, openings: fileOf('not an opening\n') })).toMatchObject({ exit: 2 })

    const [first, ...rest] = parseAuditLines(text)
    if (!first || !('opening' in first)) throw new Error('no opening')
    const value = { ...(first.opening.value as object), action: 'keep', spans: [] }
    const lied = [{ ...first, opening: { ...first.opening, value } }, ...rest].map(auditLine).join('')
    const found = await verify({ ...asked, openings: fileOf(lied) })
    expect(found).toMatchObject({ exit: 1, complete: { state: 'invalid' } })
    expect(found.complete.says[0]).toContain('is not what it commits to')
    const erased = [
      { index: first.index, id: first.id, drawn: true as const, closed: 'erased' as const },
      ...rest,
    ]
    expect(
      (await verify({ ...asked, openings: fileOf(erased.map(auditLine).join('')) })).complete.says[0],
    ).toContain('the log does not say so')
  })

  it('is caught when it does not carry out a decision that the log had before it', async () => {
    const world = await publishWorld('left-out')
    await decide(world, rulings())
    const digest = itemDigest([TEA])
    await transact((tx) =>
      appendEntry(tx, somebody, {
        type: 'decision',
        public: { dataset: world.slug, policy: 'ab'.repeat(32) },
        private: {
          ...{
            scope: 'content',
            target: { digest: digest.toString('hex') },
            action: 'remove',
            category: 'pii',
          },
          ...{ reason: 'pii.contact', spans: [], supersedes: null },
        },
        about: itemSubject(world.datasetId, digest),
      }),
    )
    const { folder: release } = await publishTo(world)
    const openings = fileOf(await drawn(world, 1_000))
    const report = await verify({ release, base: world.files, vkey: logVkey(), openings })
    expect(report).toMatchObject({ exit: 1, integrity: { state: 'valid' }, complete: { state: 'invalid' } })
    expect(report.complete.says[0]).toMatch(
      /^data\/manifest\.csv: row \d+ of a\.csv is not left out, as entry \d+ of the log decided/,
    )
  })
})
