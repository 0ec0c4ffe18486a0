import { formatDate } from '@/lib/format'
import type { Voice } from '@/lib/i18n/say'
import { paragraphs, quoted, type Template } from '../message'

/** What a counter notice is about. */
type Size = {
  items: number
  /** Standing rules that keep out what it is about, beside the items. */
  rules: number
}

/** 17 U.S.C. § 512(g)(2)(B): the whole of it goes to who asked for the removal, with what happens next. */
export const counterCopy: Template<
  {
    reference: string
    dataset: string
    /** Fields of the counter notice with what its sender wrote. */
    fields: { label: string; text: string }[]
    declared: string[]
    /** The name of the language in which that was read, where it is not the one of the letter. */
    declaredIn: string | null
    earliest: Date
    latest: Date
    trackingUrl: string
  } & Size
> = {
  name: 'takedown-counter-copy',
  render: (
    { reference, dataset, fields, declared, declaredIn, earliest, latest, trackingUrl, ...size },
    say,
    locale,
  ) => ({
    subject: say('letters.counterCopy.subject', { reference }),
    text: paragraphs(
      say('letters.counterCopy.copy', { reference, dataset, size: sizeOf(say, size) }),
      ...fields.map(({ label, text }) => `${label}\n${quotedLines(text)}`),
      declaredIn === null
        ? say('letters.counterCopy.declares')
        : say('letters.counterCopy.declaresIn', { language: declaredIn }),
      declared.map((text) => quoted(text, 2_000)).join('\n\n'),
      say('letters.counterCopy.returns', {
        earliest: formatDate(earliest, false, locale),
        latest: formatDate(latest, false, locale),
      }),
      say('letters.counterCopy.tell', { reference }),
      say('letters.counterCopy.only'),
      trackingUrl,
    ),
  }),
}

/** To who sent the counter notice. */
export const counterAccepted: Template<
  { reference: string; dataset: string; earliest: Date; latest: Date; trackingUrl: string } & Size
> = {
  name: 'takedown-counter-accepted',
  render: ({ reference, dataset, earliest, latest, trackingUrl, ...size }, say, locale) => ({
    subject: say('letters.counterAccepted.subject', { reference }),
    text: paragraphs(
      say('letters.counterAccepted.complete', { reference, dataset }),
      say('letters.counterAccepted.returns', {
        size: sizeOf(say, size),
        earliest: formatDate(earliest, false, locale),
        latest: formatDate(latest, false, locale),
      }),
      trackingUrl,
    ),
  }),
}

/** To the same, when who asked for the removal cannot be written to any more. */
export const counterUnreached: typeof counterAccepted = {
  name: 'takedown-counter-unreached',
  render: ({ reference, dataset, items, rules, earliest, trackingUrl }, say, locale) => ({
    subject: say('letters.counterUnreached.subject', { reference }),
    text: paragraphs(
      say('letters.counterUnreached.complete', { reference, dataset }),
      say('letters.counterUnreached.decided', {
        size: sizeOf(say, { items, rules }),
        earliest: formatDate(earliest, false, locale),
      }),
      trackingUrl,
    ),
  }),
}

/** "2 items", "one item and what a standing rule keeps out". */
function sizeOf(say: Voice, size: Size): string {
  const items = say('letters.counterSize.items', { n: size.items })
  const rules = say('letters.counterSize.rules', { n: size.rules })
  if (size.rules === 0) return items
  return size.items === 0 ? rules : say('letters.counterSize.both', { items, rules })
}

export const counterRefused: Template<{
  reference: string
  dataset: string
  missing: string[]
  trackingUrl: string
}> = {
  name: 'takedown-counter-refused',
  render: ({ reference, dataset, missing, trackingUrl }, say) => ({
    subject: say('letters.counterRefused.subject', { reference }),
    text: paragraphs(
      say('letters.counterRefused.missing', { reference, dataset }),
      missing.map((line) => `- ${line}`).join('\n'),
      say('letters.counterRefused.next'),
      trackingUrl,
    ),
  }),
}

/** To who sent it, when nothing is left to be answered. */
export const counterMoot: Template<{ reference: string; dataset: string; trackingUrl: string }> = {
  name: 'takedown-counter-moot',
  render: ({ reference, dataset, trackingUrl }, say) => ({
    subject: say('letters.counterMoot.subject', { reference }),
    text: paragraphs(say('letters.counterMoot.moot', { reference, dataset }), trackingUrl),
  }),
}

/** What came of it, to everybody it concerns. */
export const counterEnded: Template<{
  side: 'claimant' | 'filer' | 'maintainer'
  reference: string
  dataset: string
  outcome: 'restored' | 'kept_down' | 'fell'
  lines: string[]
  link: string
}> = {
  name: 'takedown-counter-ended',
  render: ({ side, reference, dataset, outcome, lines, link }, say) => ({
    subject: say(`letters.counterEnded.subject.${outcome}`, { reference }),
    text: paragraphs(
      say(`letters.counterEnded.${outcome}.${side}`, { reference, dataset }),
      lines.join('\n'),
      link,
    ),
  }),
}

/** What happened on the other side, to those who maintain the dataset: no names. */
export const otherSideNews: Template<{ dataset: string; reference: string; lines: string[]; link: string }> =
  {
    name: 'takedown-other-side',
    render: ({ dataset, reference, lines, link }, say) => ({
      subject: say('letters.staff.otherSide.subject', { reference }),
      text: paragraphs(say('letters.staff.otherSide.about', { reference, dataset }), lines.join('\n'), link),
    }),
  }

/** Each line behind `> `; what a person wrote keeps its lines, however long the form lets them be. */
const quotedLines = (text: string) =>
  text
    .split('\n')
    .map((line) => quoted(line, 50_000))
    .join('\n')
