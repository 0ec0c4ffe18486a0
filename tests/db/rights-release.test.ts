import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { logVkey } from '@/lib/log/queries'
import { labels } from '@/lib/release-format/lists'
import { releaseByVersion } from '@/lib/releases/queries'
import { verify } from '@/lib/releases/verify'
import { writeOut } from '@/lib/releases/write-out'
import { acceptStatement } from '@/lib/takedowns/accept-statement'
import { correctionInput } from '@/lib/takedowns/answer-input'
import { answerRows } from '@/lib/takedowns/answer-rows'
import { applyCorrection, correct } from '@/lib/takedowns/correct'
import { trackingView } from '@/lib/takedowns/tracking'
import { testDatabase } from '@/tests/support/database'
import { decided, publishNow, runReleaseJobs } from './fulfilment-world'
import { allJudged, askedAndSeen } from './rights-world'
import { statusOf } from './takedown-facts'
import { as, lastLetter, type TakedownWorld, takedownWorld, visitor } from './takedown-world'

const database = testDatabase()
let world: TakedownWorld

/** With what CSV has to quote. */
const STATEMENT = 'The person named here "tunes" organs, and never built one.'
const LABEL = `statement: ${STATEMENT}`
const ROWS = [
  { id: 'ferry', text: 'The ferry of Tom Lund leaves at nine.', url: 'https://ferries.example/4' },
  { id: 'organ', text: 'Mira Vale builds organs in the old mill.', url: 'https://organs.example/1' },
  { id: 'choir', text: 'A choir of forty rehearses on Tuesdays.', url: 'https://choirs.example/3' },
]

beforeAll(async () => {
  world = await takedownWorld(database.db, ROWS)
})

/** Somebody has their statement stand beside a row, as they, a lead and nobody else can. */
async function stated() {
  const { id: requestId, token } = await askedAndSeen(database, world, {
    right: 'rectification',
    ...{ targets: '"builds organs"', correction: 'I do not build organs.' },
  })
  const { rows } = await answerRows(world.db, { id: requestId, datasetId: world.datasetId })
  const form = { requestId, ...allJudged(rows, 'statement'), reasonCode: 'pii.wrong', statement: STATEMENT }
  await as(world, correct, world.lead, correctionInput.parse(form))
  const offered = (await trackingView(token))?.answered?.statement
  expect(offered?.words).toBe(STATEMENT)
  const answerId = offered?.answerId ?? ''
  await as(world, acceptStatement, visitor, { token, answerId, sure: 'on' })
  await as(world, applyCorrection, world.lead, { requestId, answerId })
  await runReleaseJobs(database)
  return { id: requestId, token }
}

/** The newest release as anybody downloads it, with the list of labels in it. */
async function download(version: string) {
  const release = await releaseByVersion(world.slug, version)
  if (!release) throw new Error('not published')
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'winnow-statement-')), 'release')
  await writeOut(release, folder)
  const file = path.join(folder, labels.path)
  const reader = labels.reader()
  return { folder, file, labelled: [...reader.push(readFileSync(file, 'utf8')), ...reader.end()] }
}

const baseFile = () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'winnow-base-')), 'train.jsonl')
  writeFileSync(file, ROWS.map((row) => `${JSON.stringify(row)}\n`).join(''))
  return file
}
const check = (folder: string) => verify({ release: folder, base: [baseFile()], vkey: logVkey() })

describe('a statement that somebody agreed to', () => {
  it('stands beside their row, word for word, in the files of the next release, which anybody can verify', async () => {
    const { id, token } = await stated()
    expect(await statusOf(database, id), 'not closed before a release has it').toBe('actioned')
    const { version, rows } = await publishNow(database, world)
    const { folder, file, labelled } = await download(version)
    expect(labelled).toEqual([{ file: 'train.jsonl', row: 1, label: LABEL }])
    expect(rows).toMatchObject({ redacted: 0, removed: 0 })
    expect(await check(folder)).toMatchObject({
      exit: 0,
      integrity: { state: 'valid' },
      rebuilt: { state: 'valid' },
    })
    // It is closed by that release, and its requester has the proof.
    expect(await statusOf(database, id)).toBe('closed')
    expect((await lastLetter(database, 'takedown-done')).text).toContain(
      `/releases/${version}/files/release.tlog-proof`,
    )
    expect((await trackingView(token))?.events.at(-1)).toMatchObject({ type: 'fulfilled' })

    // In other words, or beside another row, it is no release of ours.
    const said = readFileSync(file, 'utf8')
    for (const forged of [said.replace('never built one', 'built every one'), said.replace(',1,', ',2,')]) {
      expect(forged).not.toBe(said)
      writeFileSync(file, forged)
      expect(await check(folder)).toMatchObject({ exit: 1, integrity: { state: 'invalid' } })
    }
  })

  it('is in every later release too, also when another row goes for a reason that is not told', async () => {
    await decided(database, world, { kind: 'privacy', targets: '"leaves at nine"' })
    const { version, rows } = await publishNow(database, world)
    expect(rows).toMatchObject({ removed: 1 })
    const { folder, labelled } = await download(version)
    expect(labelled).toEqual([{ file: 'train.jsonl', row: 1, label: LABEL }])
    expect((await check(folder)).exit).toBe(0)
  })
})
