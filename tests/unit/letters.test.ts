import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { takedownKind } from '@/db/schema'
import type { Locale } from '@/lib/i18n/locales'
import { voiceOf } from '@/lib/i18n/say'
import type { MailText, Template } from '@/lib/mail/message'
import { appealDecided } from '@/lib/mail/templates/appeal-decided'
import { copyApproved } from '@/lib/mail/templates/copy-approved'
import { copyConfirm } from '@/lib/mail/templates/copy-confirm'
import { copyNews } from '@/lib/mail/templates/copy-news'
import { copyRevoked } from '@/lib/mail/templates/copy-revoked'
import { copyWelcome } from '@/lib/mail/templates/copy-welcome'
import { detectorPaused } from '@/lib/mail/templates/detector-paused'
import { lookupLink } from '@/lib/mail/templates/lookup-link'
import { nobodyHandles } from '@/lib/mail/templates/nobody-handles'
import { releaseDue } from '@/lib/mail/templates/release-due'
import { releaseMade } from '@/lib/mail/templates/release-made'
import { releaseRefused } from '@/lib/mail/templates/release-refused'
import { reportsInSight } from '@/lib/mail/templates/reports-in-sight'
import { takedownAnswered, takedownCopyCode } from '@/lib/mail/templates/takedown-answered'
import { takedownClock } from '@/lib/mail/templates/takedown-clock'
import { takedownComplaint } from '@/lib/mail/templates/takedown-complaint'
import {
  authorWarning,
  senderAnswered,
  senderSuspended,
  senderWarned,
} from '@/lib/mail/templates/takedown-conduct'
import { takedownConfirm } from '@/lib/mail/templates/takedown-confirm'
import {
  counterAccepted,
  counterCopy,
  counterEnded,
  counterMoot,
  counterRefused,
  counterUnreached,
  otherSideNews,
} from '@/lib/mail/templates/takedown-counter'
import { takedownDone } from '@/lib/mail/templates/takedown-done'
import { takedownHeld, takedownResumed } from '@/lib/mail/templates/takedown-held'
import { takedownCode, takedownNeedsIdentity } from '@/lib/mail/templates/takedown-identity'
import { takedownLift, takedownLiftCalledOff, takedownLifted } from '@/lib/mail/templates/takedown-lift'
import { takedownLink } from '@/lib/mail/templates/takedown-link'
import { takedownNeedsInfo, takedownReminder as askedAgain } from '@/lib/mail/templates/takedown-needs-info'
import { takedownNotFound } from '@/lib/mail/templates/takedown-not-found'
import { takedownOutcome } from '@/lib/mail/templates/takedown-outcome'
import { takedownOwner, takedownOwnerTold } from '@/lib/mail/templates/takedown-owner'
import { takedownQuiet } from '@/lib/mail/templates/takedown-quiet'
import { takedownRecalled } from '@/lib/mail/templates/takedown-recalled'
import { takedownReceipt } from '@/lib/mail/templates/takedown-receipt'
import { takedownRejected } from '@/lib/mail/templates/takedown-rejected'
import { takedownReminder } from '@/lib/mail/templates/takedown-reminder'
import { takedownReopened } from '@/lib/mail/templates/takedown-reopened'
import {
  takedownNotBound,
  takedownRetracted,
  takedownStillHeld,
} from '@/lib/mail/templates/takedown-retracted'
import { takedownReturned } from '@/lib/mail/templates/takedown-returned'
import { takedownStatementLetter } from '@/lib/mail/templates/takedown-statement'
import { takedownStatementOffered } from '@/lib/mail/templates/takedown-statement-offered'
import { takedownTakenBack } from '@/lib/mail/templates/takedown-taken-back'
import { takedownWithdrawn } from '@/lib/mail/templates/takedown-withdrawn'
import { reasonInWords } from '@/lib/takedowns/clock-words'
import { LIFTS } from '@/lib/takedowns/lift-reasons'
import { urgentWaits } from '@/lib/mail/templates/urgent-waits'
import { volunteerAnswer } from '@/lib/mail/templates/volunteer-answer'
import { volunteerConfirm } from '@/lib/mail/templates/volunteer-confirm'
import { volunteerLapsed } from '@/lib/mail/templates/volunteer-lapsed'
import { volunteerWaiting } from '@/lib/mail/templates/volunteer-waiting'
import { fromRoot } from '@/lib/runtime/root'
import { englishIn } from '../support/english-in'

/** A letter with each of the data that make it say something else. */
type Examples = { template: { name: string }; write: (locale: Locale) => MailText[] }

const of = <Data>(template: Template<Data>, ...data: Data[]): Examples => ({
  template,
  write: (locale) => data.map((one) => template.render(one, voiceOf(locale), locale)),
})

// What callers say in the language of the reader themselves is X here: no word of any language.
const [reference, dataset, url, said] = ['7K3M-Q2ZD', 'Harbour', 'https://winnow.example/r', 'X1 X2']
const trackingUrl = url
const at = { reference, dataset }
const day = new Date('2026-12-03T12:00:00Z')
const note = 'N1 N2'

const outcome = {
  ...{ ...at, trackingUrl, summary: said, next: said, redress: said, more: 0, note: null },
  ...{ lines: [], releases: [], again: false, anew: false },
}
const answered = {
  ...{
    ...at,
    trackingUrl,
    toCorrect: false,
    copy: null,
    targets: [said],
    more: 0,
    note: null,
    redress: said,
  },
}
const clock = {
  ...{ reference, law: null, reason: null, note: undefined, length: said, until: null, complain: said },
  ...{ trackingUrl },
}
const [one, many] = [
  { items: 1, rules: 0 },
  { items: 2, rules: 3 },
]
const size = [one, many, { items: 0, rules: 1 }]

const LETTERS: readonly Examples[] = [
  of(takedownConfirm, { url, reference, hours: 72 }),
  of(
    takedownReceipt,
    ...takedownKind.enumValues.map((kind) => ({ ...at, kind, trackingUrl, againUrl: url, answer: said })),
  ),
  of(takedownLink, { reference, trackingUrl }),
  of(
    takedownQuiet,
    { reference, trackingUrl: null },
    { reference, trackingUrl },
    { reference, trackingUrl, others: [url] },
  ),
  of(
    takedownNeedsInfo,
    { ...at, missing: [said], law: null, note: null, clock: said, closes: day, trackingUrl },
    { ...at, missing: [said], law: 'X3', note, clock: said, closes: day, trackingUrl },
  ),
  of(askedAgain, { ...at, closes: day, trackingUrl }),
  of(takedownNeedsIdentity, { ...at, how: said, note, clock: said, closes: day, trackingUrl }),
  of(takedownCode, { code: '012345', minutes: 10 }),
  of(takedownCopyCode, { code: '012345', minutes: 10 }),
  of(takedownHeld, { ...at, reason: said, note, clock: said, trackingUrl }),
  of(takedownResumed, { ...at, trackingUrl }),
  of(takedownOwnerTold, { ...at, until: day, trackingUrl }),
  of(
    takedownClock,
    { ...clock, change: 'paused', law: 'X3', reason: 'X4', note },
    { ...clock, change: 'resumed', until: 'X5' },
    { ...clock, change: 'extended', reason: 'X4' },
  ),
  of(
    takedownOutcome,
    { ...outcome, lines: [{ target: 'T1', results: [said] }], more: 1, note },
    { ...outcome, again: true, more: 2, releases: [{ name: '2.0.0', dueAt: day }] },
    { ...outcome, anew: true, releases: [{ name: '2.0.0', dueAt: null }] },
    { ...outcome, releases: [{ name: null, dueAt: day }] },
  ),
  of(takedownDone, { ...at, releases: [{ name: '2.0.0', proofUrl: url }], trackingUrl }),
  of(takedownNotFound, { ...at, targets: ['T1', 'T2'], more: 2, redress: said, trackingUrl }),
  of(takedownRejected, { ...at, reason: said, note, redress: said, trackingUrl }),
  of(takedownLift, ...LIFTS.map((reason) => ({ ...{ ...at, trackingUrl }, reason, until: day, note })), {
    ...{ ...at, trackingUrl },
    reason: 'claims',
    until: day,
    note: null,
  }),
  of(takedownLiftCalledOff, { ...at, trackingUrl }),
  of(takedownLifted, { ...at, trackingUrl, lines: [said] }),
  of(takedownWithdrawn, at),
  of(takedownReopened, { ...at, trackingUrl }),
  of(takedownTakenBack, { ...at, trackingUrl }),
  of(
    takedownReturned,
    { ...at, revision: 4, rows: 1, trackingUrl },
    { ...at, revision: 4, rows: 2, trackingUrl },
  ),
  of(
    takedownAnswered,
    { ...answered, more: 1, note },
    { ...answered, toCorrect: true, more: 2 },
    { ...answered, copy: { rows: 0, others: 1, until: day } },
    { ...answered, copy: { rows: 1, others: 2, until: day } },
    { ...answered, copy: { rows: 2, others: 0, until: day } },
  ),
  of(
    takedownRecalled,
    ...(['others', 'not_theirs', 'wrong', 'untold'] as const).map((reason) => ({
      ...{ ...at, reason, note, redress: said, trackingUrl },
    })),
  ),
  of(takedownStatementOffered, { ...at, statement: 'S1', note, trackingUrl }),
  of(
    takedownRetracted,
    { ...at, whole: true, lines: [said], strangers: [], more: 0, trackingUrl },
    { ...at, whole: false, lines: [said], strangers: ['T1'], more: 1, trackingUrl },
  ),
  of(takedownStillHeld, { reference, named: '2ZDQ-7K3M', trackingUrl }),
  of(
    takedownNotBound,
    { reference, named: '2ZDQ-7K3M', what: 'retraction', trackingUrl },
    { reference, named: '2ZDQ-7K3M', what: 'counter_notice', trackingUrl },
  ),
  of(
    takedownComplaint,
    { ...at, back: 0, part: 0, stays: 0, keptOut: 0, redress: said, trackingUrl },
    { ...at, back: 1, part: 1, stays: 1, keptOut: 1, redress: said, trackingUrl },
    { ...at, back: 2, part: 2, stays: 2, keptOut: 2, redress: said, trackingUrl },
  ),
  of(
    counterCopy,
    ...size.map((about, n) => ({
      ...{ ...at, ...about, fields: [{ label: said, text: 'F1' }], declared: ['D1'] },
      ...{ declaredIn: n === 0 ? 'L1' : null, earliest: day, latest: day, trackingUrl },
    })),
  ),
  of(counterAccepted, ...size.map((about) => ({ ...at, ...about, earliest: day, latest: day, trackingUrl }))),
  of(
    counterUnreached,
    ...size.map((about) => ({ ...at, ...about, earliest: day, latest: day, trackingUrl })),
  ),
  of(counterRefused, { ...at, missing: [said], trackingUrl }),
  of(counterMoot, { ...at, trackingUrl }),
  of(
    counterEnded,
    ...(['restored', 'kept_down', 'fell'] as const).flatMap((ended) =>
      (['claimant', 'filer', 'maintainer'] as const).map((side) => ({
        ...{ ...at, side, outcome: ended, lines: [said], link: url },
      })),
    ),
  ),
  of(senderWarned, { references: [reference], from: 1, trackingUrl }),
  of(senderSuspended, { references: [reference], until: day, trackingUrl }),
  of(
    senderAnswered,
    { reference, lifted: true, until: day, trackingUrl },
    { reference, lifted: false, until: day, trackingUrl },
  ),
  of(
    appealDecided,
    { dataset, before: 'remove', now: 'keep', reason: 'R1', policy: 2, isUpheld: false, link: url },
    { dataset, before: 'redact', now: 'redact', reason: 'R1', policy: 2, isUpheld: true, link: url },
  ),

  of(copyConfirm, { url, hours: 72 }),
  of(copyWelcome, { url }),
  of(copyApproved, { dataset, url }),
  of(copyRevoked, { dataset, url }),
  of(copyNews, {
    dataset,
    news: [
      { kind: 'release', name: '2.0.0', url },
      ...['withdrawn', 'superseded_for_legal_reasons', 'removed_for_legal_reasons', 'X6'].map((notice) => ({
        ...{ kind: 'notice' as const, name: '1.0.0', notice, url },
      })),
      { kind: 'pending', name: '2.0.0', rows: 1, url },
      { kind: 'pending', name: '2.0.0', rows: 2, url },
    ],
    pageUrl: url,
  }),
  of(lookupLink, { url, days: 7 }),
  of(volunteerConfirm, { url, hours: 72 }),
  of(
    volunteerAnswer,
    { dataset, accepted: true, recused: true, note: '', url },
    { dataset, accepted: false, recused: false, note, url },
  ),
  of(volunteerLapsed, { dataset, days: 30, url }),

  of(volunteerWaiting, { dataset, url, days: 30 }),
  of(urgentWaits, { link: url }),
  of(reportsInSight, { link: url }),
  of(nobodyHandles, { dataset: null, link: url }, { dataset, link: url }),
  of(
    takedownReminder,
    {
      over: [{ reference, about: { dataset, law: 'X3' }, until: 'X5', link: url }],
      near: [{ reference, about: null, until: 'X5', link: url }],
      ...{ more: 1, all: url },
    },
    {
      over: [],
      near: [{ reference, about: { dataset, law: 'X3' }, until: 'X5', link: url }],
      ...{ more: 2, all: url },
    },
    { over: [{ reference, about: null, until: 'X5', link: url }], near: [], more: 0, all: url },
  ),
  of(detectorPaused, { dataset, detector: 'D1', version: '3', rowsSeen: 2_000, rowsHit: 1_000, link: url }),
  of(
    releaseDue,
    { dataset, profile: null, publishAt: day, due: day, url },
    { dataset, profile: 'P1', publishAt: day, due: day, url },
  ),
  of(releaseMade, ...[0, 1, 2].map((closed) => ({ dataset, release: '2.0.0', closed, url }))),
  of(
    releaseRefused,
    ...(['no_release', 'importing', 'erasing'] as const).map((reason) => ({
      ...{ dataset, profile: null, reason, due: day, url },
    })),
  ),
  of(takedownOwner, {
    ...{ ...at, kind: 'X7', claim: [{ question: said, answer: 'C1' }], targets: ['T1'], more: 1, note },
    ...{ until: day, url, counterUrl: url },
  }),
  of(takedownStatementLetter, { ...at, lines: [{ title: said, text: [said] }], url }),
  of(otherSideNews, { ...at, lines: [said], link: url }),
  of(authorWarning, {
    ...{ dataset, strikes: 3, leaveOutFrom: 5, warnedDays: 14, references: [reference], link: url },
  }),
]

/** As it is read: a line ends where it is full. */
const onOneLine = (text: string) => text.replace(/\s+/g, ' ')

describe('a letter', () => {
  it('is written here whichever it is, so that none is left out of what follows', () => {
    const folder = fromRoot('lib/mail/templates')
    const names = readdirSync(folder).flatMap((file) =>
      [...readFileSync(path.join(folder, file), 'utf8').matchAll(/^ +name: '(.+)',$/gm)].map(
        ([, name]) => name,
      ),
    )
    expect(LETTERS.map(({ template }) => template.name).sort()).toEqual(names.sort())
  })

  it.each(LETTERS.map((examples) => [examples.template.name, examples] as const))(
    '%s is whole in German, without a sentence, a word or a date of English',
    (_, { write }) => {
      const [english, german] = [write('en-GB'), write('de')]
      expect(english.map(({ text }) => englishIn(text)).filter((found) => found.length === 0)).toEqual([])
      for (const [n, { subject, text }] of german.entries()) {
        expect(subject).not.toBe(english[n]?.subject)
        expect(englishIn(`${subject}\n${text}`)).toEqual([])
        expect(onOneLine(text).split('3. Dezember 2026').length).toBe(
          onOneLine(english[n]?.text ?? '').split('3 December 2026').length,
        )
        expect(subject).toMatch(/^\P{Cc}+$/u)
        expect(text).not.toMatch(/[{}"”]|undefined|null/)
      }
    },
  )

  it.each(LETTERS.map((examples) => [examples.template.name, examples] as const))(
    '%s says in both languages what is to be said: the same links, quotations, names and numbers',
    (_, { write }) => {
      const facts = ({ subject, text }: MailText) => ({
        subject: subject.match(/[A-Z\d]{4}-[A-Z\d]{4}|Harbour/g),
        parts: text.split('\n\n').length,
        lines: text.split('\n').filter((line) => /^(> |https:|- )/.test(line)),
        marks: [...text.replace(/(?<=^|\n)> .*/g, '').matchAll(/\b[XRPDL]\d\b|\b\d\.0\.0\b|Harbour/g)]
          .map(([mark]) => mark)
          .sort(),
        laws: [...onOneLine(text).matchAll(/§ \d+\([a-z\d()]+\)|20\d\d\/\d+/g)].map(([law]) => law),
      })
      expect(write('de').map(facts)).toEqual(write('en-GB').map(facts))
    },
  )
})

it.each([
  ['en-GB', 'We need longer, because there is a reason that we have given. The whole time'],
  ['de', 'Wir brauchen länger, denn es gibt einen Grund, den wir mitgeteilt haben. Die ganze Frist'],
] as const)(
  'what is made longer for a reason of its own says so in a whole sentence (%s)',
  (locale, sentence) => {
    const voice = voiceOf(locale)
    const { text } = takedownClock.render(
      { ...clock, change: 'extended', reason: reasonInWords(voice, 'other') },
      voice,
      locale,
    )
    expect(text.replace(/\s+/g, ' ')).toContain(sentence)
  },
)

it.each(['claimant', 'maintainer'] as const)(
  'a counter notice that was taken back brings nothing back, which is not put on who reads it (%s)',
  (side) => {
    const { text } = counterEnded.render(
      { ...at, outcome: 'fell', side, lines: [], link: url },
      voiceOf('de'),
      'de',
    )
    expect(text.replace(/\s+/g, ' ')).toContain('Wegen dieser Gegendarstellung kommt nichts zurück.')
  },
)
