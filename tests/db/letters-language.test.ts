import { beforeAll, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { registerInput } from '@/lib/copies/input'
import { confirmHolder, register } from '@/lib/copies/register'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { proveInput } from '@/lib/lookup/input'
import { prove } from '@/lib/lookup/prove'
import { askInfo } from '@/lib/takedowns/ask-info'
import { clocksOf } from '@/lib/takedowns/clock-rows'
import { extendClock, extendClockInput } from '@/lib/takedowns/clock-verbs'
import { giveInfo } from '@/lib/takedowns/give-info'
import { hold, resume } from '@/lib/takedowns/hold'
import { reject } from '@/lib/takedowns/reject'
import { withdraw } from '@/lib/takedowns/withdraw'
import { apply } from '@/lib/volunteers/apply'
import { applyInput } from '@/lib/volunteers/input'
import { englishIn } from '@/tests/support/english-in'
import { inGerman } from '@/tests/support/in-german'
import { testDatabase } from '@/tests/support/database'
import { publishNow } from './fulfilment-world'
import {
  as,
  askFor,
  casesOfRequest,
  decideCase,
  lastLetter,
  letters,
  PRIVACY,
  requestOf,
  runJobs,
  type TakedownWorld,
  takedownWorld,
  visitor,
} from './takedown-world'

const database = testDatabase()
let world: TakedownWorld

const ROWS = [1, 2, 3].map((n) => ({ id: `r${n}`, text: `Wilma Flint lives at ${n} Quarry Lane.` }))
const GERMAN = { ...PRIVACY, name: 'Wilma Flint', attestation: 'privacy-1.de' }
const email = 'wilma@people.example'

const sentTo = async (address: string) =>
  (await letters(database)).flatMap(({ template, letter }) =>
    letter?.to === address ? [{ template, ...letter }] : [],
  )

/** Without names, and without the reason of a policy, which its community wrote in its language. */
const ours = (text: string) =>
  text.replace(/„[^“]*“/g, ' ').replace(/:\s[^:]*?\(Version\s+\d+\s+der\s+Richtlinie\)/g, ' ')

/** Whatever else it says: every letter to this address is German, and no other kind is among them. */
async function expectGerman(address: string, templates: readonly string[]) {
  const sent = await sentTo(address)
  expect(sent.map(({ template }) => template)).toEqual(templates)
  for (const { language, subject, text } of sent)
    expect({ language, english: englishIn(`${subject}\n${ours(text)}`) }).toEqual({
      language: 'de',
      english: [],
    })
  return sent.map(({ text }) => text.replace(/\s+/g, ' '))
}

beforeAll(async () => {
  world = await takedownWorld(database.db, ROWS)
})

it('a request sent from the German form is answered in German from the first letter to the last, whoever works on it', async () => {
  const token = await askFor(database, world, { ...GERMAN, email, targets: 'train.jsonl#0' })
  const { id: requestId } = await requestOf(database, world)
  await as(world, askInfo, world.lead, { requestId, missing: ['targets'], note: undefined })
  await as(world, giveInfo, visitor, { token, targets: 'train.jsonl#0' })
  await runJobs(database)
  await as(world, hold, world.lead, { requestId, reason: 'court_order', note: undefined })
  await as(world, resume, world.lead, { requestId })
  const gdpr = (await clocksOf(database.db, requestId)).find(({ law }) => law === 'gdpr')
  const longer = { clockId: gdpr?.id, amount: 3, reason: 'complex' }
  await transact((tx) => extendClock(tx, world.lead, extendClockInput.parse(longer)), world.db)
  const [found] = await casesOfRequest(database, requestId)
  await decideCase(database, world, {
    caseId: found?.id ?? '',
    action: 'remove',
    reasonCode: 'pii.contact',
  })
  await publishNow(database, world)

  const [confirm, receipt, info, held, , clock, outcome, done] = await expectGerman(email, [
    'takedown-confirm',
    'takedown-receipt',
    'takedown-needs-info',
    'takedown-held',
    'takedown-resumed',
    'takedown-clock',
    'takedown-outcome',
    'takedown-done',
  ])
  expect(confirm).toContain('innerhalb von 72 Stunden')
  expect(receipt).toMatch(
    /Sie bekommen bis zum \d+\. \p{L}+ 20\d\d eine Antwort, denn die DSGVO gibt uns einen Monat/u,
  )
  expect(info).toMatch(/- Wo genau es steht.* schließen den Antrag am \d+\. \p{L}+ 20\d\d\./u)
  expect(held).toContain(CATALOGUES.de.process.held.court_order)
  expect(clock).toMatch(/denn der Antrag ist umfangreich\. Die ganze Frist beträgt jetzt 3 Monate/)
  expect(outcome).toContain('> train.jsonl, Zeile 0')
  expect(outcome).toContain(CATALOGUES.de.takedowns.outcome.actioned)
  expect(outcome).toContain('Der Eintrag wird weggelassen: ')
  expect(done).toContain('Ausgabe 1.0.0')
})

it('a request sent from the English form is answered in English, also by somebody whose pages are German', async () => {
  const address = 'betty@people.example'
  const token = await askFor(database, world, { ...PRIVACY, email: address, targets: 'train.jsonl#1' })
  await inGerman(() => as(world, withdraw, visitor, { token, sure: 'on' }))
  const sent = await sentTo(address)
  expect(sent.map(({ language, subject }) => `${language} ${subject.replace(/ \S+$/, '')}`)).toEqual([
    'en-GB Please confirm your request',
    'en-GB We have received your request',
    'en-GB You have withdrawn your request',
  ])
})

it('what is not found, and what is not taken up, is said in the language of the request', async () => {
  const [lost, refused] = ['lost@people.example', 'refused@people.example']
  const targets = '"nobody ever wrote these words"'
  await askFor(database, world, { ...GERMAN, email: lost, targets })
  const [, , notFound] = await expectGerman(lost, [
    'takedown-confirm',
    'takedown-receipt',
    'takedown-not-found',
  ])
  expect(notFound).toContain('Datenschutzaufsicht an Ihrem Wohnort')

  await askFor(database, world, { ...GERMAN, email: refused, targets: 'train.jsonl#2' })
  const { id: requestId } = await requestOf(database, world)
  await as(world, reject, world.lead, { requestId, reason: 'outside_scope', note: undefined })
  await expectGerman(refused, ['takedown-confirm', 'takedown-receipt', 'takedown-rejected'])
})

it('whoever registers a copy on a German page has German letters, whatever page they confirm on', async () => {
  const keeper = 'keeper@copies.example'
  const input = registerInput.parse({
    name: 'Wilma Flint',
    organisation: '',
    email: keeper,
    dataset: world.slug,
  })
  await inGerman(() => transact((tx) => register(tx, visitor, input)))
  const { text } = await lastLetter(database, 'copy-confirm')
  const token = /\/copies\/confirm\/([\w-]{43})/.exec(text)?.[1] ?? ''
  await transact((tx) => confirmHolder(tx, visitor, { token }))
  await expectGerman(keeper, ['copy-confirm', 'copy-welcome'])
})

it('whoever offers to review, or looks whether they are in a dataset, on a German page has German letters', async () => {
  const [finch, looker] = ['finch@people.example', 'looker@people.example']
  const offer = { dataset: world.slug, pseudonym: 'Grey Finch', email: finch, languages: 'Deutsch' }
  await inGerman(() =>
    transact((tx) => apply(tx, visitor, applyInput.parse({ ...offer, why: '', interest: '', agreed: 'on' }))),
  )
  await expectGerman(finch, ['volunteer-confirm'])

  const claim = proveInput.parse({ kind: 'email', value: looker, mailbox: 'webmaster' })
  await inGerman(() => transact((tx) => prove(tx, visitor, claim), world.db))
  await expectGerman(looker, ['lookup-link'])
})
