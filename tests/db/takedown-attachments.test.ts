import { existsSync, readFileSync } from 'node:fs'
import { beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { transact } from '@/db/client'
import { withFiles } from '@/lib/attachments/input'
import { attachmentsOf } from '@/lib/attachments/keep'
import { ATTACHMENTS_FIELD } from '@/lib/attachments/kinds'
import { filesOf, openFile } from '@/lib/takedowns/open-file'
import { fileAnswer } from '@/lib/attachments/response'
import type { Member } from '@/lib/auth/actor'
import { BLOB_REFERENCES } from '@/lib/blobs/references'
import { blobPath } from '@/lib/blobs/store'
import { AppError } from '@/lib/errors'
import { errorView } from '@/lib/http/error-view'
import { formObject } from '@/lib/http/form-object'
import { askInfo } from '@/lib/takedowns/ask-info'
import { CURRENT_ATTESTATION } from '@/lib/takedowns/attestations'
import { eraseRequest } from '@/lib/takedowns/erase'
import { expire } from '@/lib/takedowns/expire'
import { giveInfo, giveInfoForm } from '@/lib/takedowns/give-info'
import { submissionInput } from '@/lib/takedowns/input'
import { receive } from '@/lib/takedowns/receive'
import { trackingView } from '@/lib/takedowns/tracking'
import { withdraw } from '@/lib/takedowns/withdraw'
import { emptyZip, jpeg, pdf, png, pngOf, zip } from '@/tests/support/attachments'
import { testDatabase } from '@/tests/support/database'
import {
  expectNowhereInClear,
  lastLetter,
  linkIn,
  press,
  PRIVACY,
  requestOf,
  runJobs,
  takedownWorld,
  type TakedownWorld,
  visitor,
} from './takedown-world'

const database = testDatabase()
let world: TakedownWorld
beforeEach(async () => {
  world = await takedownWorld(database.db, [{ id: 'post-1', text: 'A post by somebody who has a name.' }])
})

type Named = { name: string; bytes: Buffer | string }
let people = 0

/** The form as a browser posts it. */
function posted(fields: Record<string, string>, files: readonly Named[]): Record<string, unknown> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const { name, bytes } of files)
    form.append(ATTACHMENTS_FIELD, new File([new Uint8Array(Buffer.from(bytes))], name))
  return formObject(form)
}

async function send(files: readonly Named[], fields: Record<string, string> = {}): Promise<void> {
  const email = `sender-${people++}@people.example`
  const filled = { dataset: world.slug, email, targets: '"A post by somebody"', ...PRIVACY, ...fields }
  const input = await withFiles(submissionInput).parseAsync(posted(filled, files))
  await transact((tx) => receive(tx, visitor, input), world.db)
}

/** What is said at each field of a form that is refused. */
async function problems(sent: Promise<void>): Promise<Readonly<Record<string, string[]>>> {
  try {
    await sent
    return {}
  } catch (error) {
    return errorView(error).fields
  }
}

async function sendAndConfirm(files: readonly Named[]): Promise<string> {
  await send(files)
  const { tracking } = await press(
    world,
    linkIn((await lastLetter(database, 'takedown-confirm')).text, 'confirm'),
  )
  await runJobs(database)
  return tracking
}

const open = (who: Member, requestId: string, n: number) => openFile(who, { requestId, n })

const blobsOf = async (requestId: string) =>
  (
    await database.admin.sql<
      { blob: Buffer }[]
    >`select blob from takedown_attachment where request_id = ${requestId} order by n`
  ).map(({ blob }) => blob)

const requestsHere = async () =>
  (await database.admin.sql`select from takedown_request where dataset_id = ${world.datasetId}`).length

it('keeps what is sent along sealed, shows its sender what arrived, and gives it to who handles the request alone', async () => {
  const letter = pdf(3)
  const secret = 'Ich wohne in der Beispielgasse 12.\n'
  const tracking = await sendAndConfirm([
    { name: 'C:\\fakepath\\Brief.pdf', bytes: letter },
    { name: 'note.jpg', bytes: secret },
    { name: 'photo.jpg', bytes: await jpeg() },
  ])
  const { id } = await requestOf(database, world)
  const view = await trackingView(tracking)
  expect(view?.files).toMatchObject([
    { n: 1, name: 'Brief.pdf', mediaType: 'application/pdf', pages: 3, size: letter.length },
    { n: 2, name: 'note.jpg', mediaType: 'text/plain' },
    { n: 3, name: 'photo.jpg', mediaType: 'image/jpeg' },
  ])
  await expectNowhereInClear(database, 'Brief.pdf', 'Beispielgasse')
  for (const blob of await blobsOf(id)) {
    const kept = readFileSync(blobPath(blob))
    expect(kept.includes('Beispielgasse') || kept.includes('%PDF') || kept.includes('JFIF')).toBe(false)
  }

  expect((await open(world.lead, id, 1)).bytes.equals(letter)).toBe(true)
  expect((await open(world.lead, id, 2)).bytes.toString()).toBe(secret)
  expect((await open(world.lead, id, 3)).bytes.includes('Ada Example'), 'no metadata').toBe(false)
  for (const who of [world.maintainer, world.reviewer, world.stranger, world.officer])
    await expect(open(who, id, 1)).rejects.toMatchObject({ code: 'not_found' })
  await expect(open(world.lead, id, 4)).rejects.toMatchObject({ code: 'not_found' })
  await open(world.lead, id, 1)
  expect(
    (await filesOf(id)).map(({ views }) => views),
    'who opened what is on record, refusals are not',
  ).toEqual([
    { times: 2, people: 1 },
    { times: 1, people: 1 },
    { times: 1, people: 1 },
  ])
})

it('serves nothing that a browser would run', async () => {
  await sendAndConfirm([
    { name: 'a.pdf', bytes: pdf(1) },
    { name: 'x"; filename="evil.html', bytes: 'plain' },
  ])
  const { id, reference } = await requestOf(database, world)
  const [asPdf, asText] = [
    fileAnswer(await open(world.lead, id, 1)),
    fileAnswer(await open(world.lead, id, 2)),
  ]
  expect(asPdf.headers.get('content-disposition')).toBe(`attachment; filename="${reference}-1.pdf"`)
  expect(asText.headers.get('content-disposition')).toBe(`inline; filename="${reference}-2.txt"`)
  expect(asText.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  for (const { headers } of [asPdf, asText]) {
    expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toContain('no-store')
  }
})

it('refuses what is none of the four, says which file and why, and sends nothing of it', async () => {
  const { [ATTACHMENTS_FIELD]: said = [] } = await problems(
    send([
      { name: 'good.pdf', bytes: pdf(1) },
      { name: 'drawing.png', bytes: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
      { name: 'page.txt', bytes: '<!doctype html><script>alert(1)</script>' },
      { name: 'all.zip', bytes: zip() },
      { name: 'both.pdf', bytes: Buffer.concat([pdf(1), emptyZip()]) },
    ]),
  )
  expect(said).toHaveLength(4)
  expect(said[0]).toContain('“drawing.png” is a web page or a drawing in code')
  expect(said[1]).toContain('“page.txt” is a web page')
  expect(said[2]).toContain('“all.zip” is or contains an archive')
  expect(said[3]).toContain('“both.pdf” is or contains an archive')
  expect(await requestsHere()).toBe(0)
})

it('refuses bombs by their header, and more than a message may bring', async () => {
  const refusalOf = async (files: readonly Named[]) =>
    (await problems(send(files)))[ATTACHMENTS_FIELD]?.join(' ')
  expect(await refusalOf([{ name: 'huge.png', bytes: await pngOf(100_000, 100_000) }])).toContain(
    '50 million pixels',
  )
  expect(await refusalOf([{ name: 'long.pdf', bytes: pdf(201) }])).toContain('more than 200 pages')
  const large = Buffer.alloc(10_000_001, 'a')
  expect(await refusalOf([{ name: 'large.txt', bytes: large }])).toContain('“large.txt” is larger than 10 MB')
  const six = Array.from({ length: 6 }, (_, n) => ({ name: `${n}.txt`, bytes: 'a' }))
  expect(await refusalOf(six)).toContain('more than 5 files')
  const most = { name: 'a.txt', bytes: large.subarray(0, 7_000_000) }
  expect(await refusalOf([most, most, most])).toContain('more than 20 MB')
  expect(await requestsHere()).toBe(0)
})

it('takes no files for what only safety officers may see, whatever form they come in', async () => {
  const picture = { name: 'a.png', bytes: await png() }
  for (const concern of ['ncii', 'child_safety']) {
    const form = posted({ kind: 'illegal_content', concern }, [picture])
    const said = errorView((await withFiles(z.looseObject({})).safeParseAsync(form)).error).fields
    expect(said[ATTACHMENTS_FIELD]?.[0]).toContain('We must not hold pictures')
    const { files } = await withFiles(z.looseObject({})).parseAsync(posted({}, [picture]))
    const made = transact(
      (tx) =>
        receive(tx, visitor, {
          kind: 'illegal_content',
          dataset: world.slug,
          targets: '"A post by somebody"',
          name: '',
          email: 'x@people.example',
          answers: { concern },
          attestation: CURRENT_ATTESTATION.illegal_content,
          files,
        }),
      world.db,
    )
    await expect(made).rejects.toBeInstanceOf(AppError)
  }
  expect(await requestsHere()).toBe(0)
})

it('takes more with the answer to what was missing, up to what a request may hold', async () => {
  const token = await sendAndConfirm([{ name: 'first.pdf', bytes: pdf(1) }])
  const { id: requestId } = await requestOf(database, world)
  const answer = async (files: readonly Named[]) => {
    await transact(
      (tx) => askInfo(tx, world.lead, { requestId, missing: ['targets'], note: undefined }),
      world.db,
    )
    const input = await giveInfoForm.parseAsync(posted({ token, targets: '"has a name"' }, files))
    await transact((tx) => giveInfo(tx, visitor, input), world.db)
    await runJobs(database)
  }
  const five = (from: number) =>
    Array.from({ length: 5 }, (_, n) => ({ name: `${from + n}.txt`, bytes: `Seite ${from + n}` }))
  await answer(five(2))
  expect((await attachmentsOf(database.db, requestId)).map(({ n, name }) => `${n} ${name}`)).toEqual([
    '1 first.pdf',
    '2 2.txt',
    '3 3.txt',
    '4 4.txt',
    '5 5.txt',
    '6 6.txt',
  ])
  await answer(five(7))
  await answer(five(12))
  await expect(answer(five(17))).rejects.toMatchObject({ code: 'invalid' })
  expect(await attachmentsOf(database.db, requestId)).toHaveLength(16)
})

it('reads no file of an answer for a link that is none, or that nothing is asked of', async () => {
  const token = await sendAndConfirm([])
  const answer = (of: string) =>
    giveInfoForm.parseAsync(posted({ token: of }, [{ name: 'a.zip', bytes: zip() }]))
  await expect(answer('nobody-has-this-link')).rejects.toMatchObject({ code: 'not_found' })
  await expect(answer(token)).rejects.toMatchObject({ code: 'conflict' })
  const { id: requestId } = await requestOf(database, world)
  await transact(
    (tx) => askInfo(tx, world.lead, { requestId, missing: ['targets'], note: undefined }),
    world.db,
  )
  await expect(answer(token), 'who was asked has them read').rejects.toMatchObject({ name: 'ZodError' })
})

it('erases the files with the request, rows, key and blobs, and those of a request that nobody confirmed', async () => {
  const tracking = await sendAndConfirm([{ name: 'a.txt', bytes: 'about me' }])
  const { id } = await requestOf(database, world)
  const [blob] = await blobsOf(id)
  if (!blob) throw new Error('no blob')
  const referred = await database.admin.sql.unsafe(
    `select from (${BLOB_REFERENCES}) as b where digest = '\\x${blob.toString('hex')}'`,
  )
  expect(referred, 'a backup takes it along').toHaveLength(1)
  await transact((tx) => withdraw(tx, visitor, { token: tracking, sure: 'on' }), world.db)
  await transact((tx) => eraseRequest(tx, id), world.db)
  await runJobs(database)
  expect(await blobsOf(id)).toEqual([])
  expect(existsSync(blobPath(blob))).toBe(false)
  await expect(open(world.lead, id, 1)).rejects.toMatchObject({ code: 'not_found' })
  expect((await trackingView(tracking))?.files).toEqual([])

  await send([{ name: 'b.txt', bytes: 'about somebody else' }])
  const unconfirmed = (await requestOf(database, world)).id
  const [lapsed] = await blobsOf(unconfirmed)
  if (!lapsed) throw new Error('no blob')
  await transact((tx) => expire(tx, unconfirmed), world.db)
  await runJobs(database)
  expect(existsSync(blobPath(lapsed))).toBe(false)
})
