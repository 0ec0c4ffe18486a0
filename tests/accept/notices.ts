import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { transact } from '@/db/client'
import type { NoticeType } from '@/lib/notices/notice'
import { approveCounter, checkCounter } from '@/lib/other-side/counter'
import { type LetterReading, letterInput, readLetter } from '@/lib/takedowns/read-letter'
import { openScratch } from '@/tests/support/scratch'
import {
  confirmAll,
  type Fields,
  openWorld,
  removeAll,
  requests,
  send,
  visitor,
  type World,
} from './letters/world'
import type { Outcome } from './merkle'

/**
 * Every one of the real letters from its text to a decision, by the product's own verbs in a database of its own: read, filled into the form,
 * received, confirmed, matched with rows that have its addresses as their sources, decided, and, for a letter that answers a removal, bound to one.
 *
 * What a letter does not have, because its publisher blacked it out or it was never there, is filled in with invented words, as its sender
 * would have to; except where it is: a letter with no address at all is refused by the form, for that reason and no other.
 */
export async function run(dataFolder: string): Promise<Outcome> {
  await using _scratch = await openScratch('accept-notices')
  const letters = await readAll(path.join(dataFolder, 'github-dmca', 'notices'))
  const world = await openWorld([
    ...new Set(letters.flatMap(({ addresses }) => addresses.slice(0, ROWS_OF_A_LETTER))),
  ])

  const claims = letters.filter(({ type }) => type !== 'reversal')
  for (const letter of claims) await claim(letter)
  await confirmAll()
  const received = await requests()
  const removals = claims.filter(({ refused }) => refused.length === 0)
  for (const [n, letter] of removals.entries()) letter.removal = received[n]?.id ?? ''
  const cases = await removeAll(world)
  await answerAll(world, removals)
  return await judged(letters, cases)
}

const ROWS_OF_A_LETTER = 1

type Letter = {
  number: number
  type: NoticeType
  reading: LetterReading
  addresses: string[]
  /** Fields for which the form refused it. */
  refused: string[]
  email: string
  /** The copyright request it is or answers. */
  removal: string
}

async function readAll(folder: string): Promise<Letter[]> {
  const letters: Letter[] = []
  for (const [number, file] of readdirSync(folder).sort().entries()) {
    const input = letterInput.parse({ file: new File([readFileSync(path.join(folder, file))], 'letter') })
    const reading = await transact((tx) => readLetter(tx, visitor, input))
    const addresses = (reading.filled?.values.targets ?? '').split('\n').filter((line) => line !== '')
    const email = `sender-${number}@letters.example`
    letters.push({ number, type: reading.type, reading, addresses, refused: [], email, removal: '' })
  }
  return letters
}

/** A takedown as it is; for a letter that answers one, the request that it answers, which nobody published. */
async function claim(letter: Letter): Promise<void> {
  const { reading, email, addresses } = letter
  const read = letter.type === 'takedown' ? (reading.filled?.values ?? {}) : {}
  letter.refused = await send({ ...CLAIM, ...longEnough(read, CLAIM), targets: addresses.join('\n'), email })
}

const WHO = { name: 'Invented Sender', relation: 'owner' }
const CLAIM: Fields = {
  ...WHO,
  kind: 'copyright',
  work: 'A work of the sender that the letter describes elsewhere.',
  postal: '1 Invented Street, Nowhere',
  attest_good_faith: 'on',
  attest_authority: 'on',
}
const COUNTER: Fields = {
  ...WHO,
  kind: 'counter_notice',
  statement: 'It was removed by mistake, as the letter says elsewhere.',
  address: '2 Invented Street, Nowhere',
  phone: '+1 202 555 0100',
  attest_mistake: 'on',
  attest_jurisdiction: 'on',
  attest_service: 'on',
}
const RETRACTION: Fields = { name: WHO.name, kind: 'retraction', attest_authority: 'on' }

/** What was read, where it is as long as what is filled in for it: shorter answers the form would refuse. */
function longEnough(read: Fields, filledIn: Fields): Fields {
  const long = Object.entries(read).filter(
    ([name, value]) =>
      name === 'work_url' ||
      name === 'relation' ||
      value.length >= Math.min(20, filledIn[name]?.length ?? Infinity),
  )
  return Object.fromEntries(long)
}

/** Counter notices and retractions, bound to the removals they answer. */
async function answerAll({ lead, second }: World, removals: readonly Letter[]): Promise<void> {
  const references = new Map((await requests()).map(({ id, reference }) => [id, reference]))
  for (const letter of removals) {
    const { type, reading, email, removal, addresses } = letter
    const common = { reference: references.get(removal) ?? '', targets: addresses.join('\n') }
    const read = reading.filled?.values ?? {}
    if (type === 'counternotice')
      letter.refused = await send({
        ...COUNTER,
        ...longEnough(read, COUNTER),
        ...common,
        email: `counter-${email}`,
      })
    if (type === 'retraction')
      letter.refused = await send({ ...RETRACTION, ...common, extent: 'whole', email })
  }
  await confirmAll()
  for (const { id: requestId, kind, status } of await requests()) {
    if (kind !== 'counter_notice' || status !== 'under_review') continue
    await transact((tx) => checkCounter(tx, lead, { requestId, identifiedAs: 'row_identifier' }))
    await transact((tx) => approveCounter(tx, second, { requestId }))
  }
}

const WANTED: Record<NoticeType, readonly string[]> = {
  takedown: ['actioned', 'partially_actioned', 'closed'],
  counternotice: ['countered'],
  retraction: ['retracted'],
  reversal: [],
}

async function judged(letters: readonly Letter[], cases: number): Promise<Outcome> {
  const states = new Map((await requests()).map(({ id, status }) => [id, status]))
  const outcome: Outcome = { name: 'real letters from intake to decision', passed: 0, failed: 0, notes: [] }
  const counts = new Map<string, number>()
  for (const { number, type, addresses, refused, removal } of letters) {
    const state = endOf({ type, refused, state: states.get(removal) })
    counts.set(`${type}: ${state}`, (counts.get(`${type}: ${state}`) ?? 0) + 1)
    const fits = addresses.length === 0 ? state === NOTHING[type] : WANTED[type].includes(state)
    if (fits) outcome.passed++
    else {
      outcome.failed++
      outcome.notes.push(`FAILED letter ${number + 1}, ${type}, ${addresses.length} addresses: ${state}`)
    }
  }
  for (const [what, n] of [...counts].sort()) outcome.notes.push(`${what}: ${n}`)
  outcome.notes.push(`${cases} cases decided`)
  return outcome
}

/** How it ends with a letter that names no address. */
const NOTHING: Record<NoticeType, string> = {
  takedown: 'refused for targets',
  counternotice: 'refused for targets',
  retraction: 'refused for targets',
  reversal: 'no form',
}

function endOf({
  type,
  refused,
  state,
}: {
  type: NoticeType
  refused: readonly string[]
  state: string | undefined
}): string {
  if (type === 'reversal') return 'no form'
  return refused.length > 0 ? `refused for ${refused.join(', ')}` : (state ?? 'lost')
}
