import { paragraphs, quoted, type Template } from '../message'

/** 17 U.S.C. § 512(g)(2)(B): the whole of it goes to who asked for the removal, with what happens next. */
export const counterCopy: Template<{
  reference: string
  dataset: string
  /** Fields of the counter notice with what its sender wrote. */
  fields: { label: string; text: string }[]
  declared: string[]
  items: number
  /** Standing rules that keep out what it is about, beside the items. */
  rules: number
  earliest: string
  latest: string
  trackingUrl: string
}> = {
  name: 'takedown-counter-copy',
  render: ({ reference, dataset, fields, declared, items, rules, earliest, latest, trackingUrl }) => ({
    subject: `A counter notice to your request ${reference}`,
    text: paragraphs(
      `Somebody has sent a counter notice (17 U.S.C. § 512(g)(3)) to what was done on your request ${reference} about the dataset "${dataset}". It is about ${sizeOf(items, rules)}. This is a copy of it:`,
      ...fields.map(({ label, text }) => `${label}\n${quotedLines(text)}`),
      'It declares:',
      declared.map((text) => quoted(text, 2_000)).join('\n\n'),
      `What was removed comes back after ${earliest}, ten business days from now, and by ${latest} at the latest, unless you tell us before that you have filed an action seeking a court order to restrain its sender from infringing your work (17 U.S.C. § 512(g)(2)(C)).`,
      `To tell us, reply to this letter with the court, the number of the case and the day of the filing, and name the request ${reference}.`,
      'The name, address and telephone number are given to you for this dispute only.',
      trackingUrl,
    ),
  }),
}

/** To who sent the counter notice. */
export const counterAccepted: Template<{
  reference: string
  dataset: string
  items: number
  /** Standing rules that keep out what it is about, beside the items. */
  rules: number
  earliest: string
  latest: string
  trackingUrl: string
}> = {
  name: 'takedown-counter-accepted',
  render: ({ reference, dataset, items, rules, earliest, latest, trackingUrl }) => ({
    subject: `Your counter notice ${reference} went to the other side`,
    text: paragraphs(
      `Your counter notice ${reference} about the dataset "${dataset}" is complete. A copy with your name, address and telephone number went to who asked for the removal.`,
      `What it is about (${sizeOf(items, rules)}) comes back after ${earliest} and by ${latest}, unless they tell us before that they have gone to court.`,
      trackingUrl,
    ),
  }),
}

/** To the same, when who asked for the removal cannot be written to any more. */
export const counterUnreached: typeof counterAccepted = {
  name: 'takedown-counter-unreached',
  render: ({ reference, dataset, items, rules, earliest, trackingUrl }) => ({
    subject: `Your counter notice ${reference} is complete`,
    text: paragraphs(
      `Your counter notice ${reference} about the dataset "${dataset}" is complete. We cannot pass it on: what who asked for the removal told us of themselves has been erased.`,
      `What it is about (${sizeOf(items, rules)}) does not come back before ${earliest}, and not by itself: somebody who handles requests decides it then, because the other side could not go to court before. You hear of it.`,
      trackingUrl,
    ),
  }),
}

/** "2 items", "one item and what a standing rule keeps out". */
function sizeOf(items: number, rules: number): string {
  const counted = items === 1 ? 'one item' : `${items} items`
  const kept = `what ${rules === 1 ? 'a standing rule keeps' : `${rules} standing rules keep`} out`
  if (rules === 0) return counted
  return items === 0 ? kept : `${counted} and ${kept}`
}

export const counterRefused: Template<{
  reference: string
  dataset: string
  missing: string[]
  trackingUrl: string
}> = {
  name: 'takedown-counter-refused',
  render: ({ reference, dataset, missing, trackingUrl }) => ({
    subject: `Your counter notice ${reference} is not complete`,
    text: paragraphs(
      `We cannot pass on your counter notice ${reference} about the dataset "${dataset}". The law (17 U.S.C. § 512(g)(3)) asks for more:`,
      missing.map((line) => `- ${line}`).join('\n'),
      'Nothing was sent to the other side, and the time until the material comes back has not begun. You can send another counter notice with what is missing.',
      trackingUrl,
    ),
  }),
}

/** To who sent it, when nothing is left to be answered. */
export const counterMoot: Template<{ reference: string; dataset: string; trackingUrl: string }> = {
  name: 'takedown-counter-moot',
  render: ({ reference, dataset, trackingUrl }) => ({
    subject: `Nothing is left to answer: counter notice ${reference}`,
    text: paragraphs(
      `The removal that your counter notice ${reference} about the dataset "${dataset}" answers stands no more: who asked for it has taken that back, or it was decided otherwise. What was removed because of it alone is as it was before, and is in the next release; your counter notice needs no decision any more.`,
      trackingUrl,
    ),
  }),
}

type Side = 'claimant' | 'filer' | 'maintainer'

type Outcome = 'restored' | 'kept_down' | 'fell'

const SUBJECT: Record<Outcome, string> = {
  restored: 'Put back',
  kept_down: 'Stays removed',
  fell: 'Counter notice taken back',
}

/** What came of it, to everybody it concerns. */
export const counterEnded: Template<{
  side: Side
  reference: string
  dataset: string
  outcome: Outcome
  lines: string[]
  link: string
}> = {
  name: 'takedown-counter-ended',
  render: ({ side, reference, dataset, outcome, lines, link }) => ({
    subject: `${SUBJECT[outcome]}: request ${reference}`,
    text: paragraphs(SAID[outcome][side](reference, dataset), lines.join('\n'), link),
  }),
}

const RESTORED: Record<Side, (reference: string, dataset: string) => string> = {
  claimant: (reference, dataset) =>
    `Ten business days have passed since the counter notice to your request ${reference} about the dataset "${dataset}", and we have not been told of a court action. As the law has it (17 U.S.C. § 512(g)(2)(C)), what it is about is put back.`,
  filer: (reference, dataset) =>
    `What your counter notice ${reference} about the dataset "${dataset}" was about is put back. It is in the next release.`,
  maintainer: (reference, dataset) =>
    `What a counter notice to the request ${reference} about your dataset "${dataset}" was about is put back. It is in the next release.`,
}

const KEPT_DOWN: Record<Side, (reference: string, dataset: string) => string> = {
  claimant: (reference, dataset) =>
    `We have recorded that you went to court. What the counter notice to your request ${reference} about the dataset "${dataset}" is about stays removed.`,
  filer: (reference, dataset) =>
    `Who asked for the removal has told us of a court action before the time was over. What your counter notice ${reference} about the dataset "${dataset}" is about therefore stays removed until a court decides (17 U.S.C. § 512(g)(2)(C)).`,
  maintainer: (reference, dataset) =>
    `A court action about the request ${reference} was filed in time. What a counter notice to it was about stays removed from your dataset "${dataset}".`,
}

const FELL: Record<Side, (reference: string, dataset: string) => string> = {
  claimant: (reference, dataset) =>
    `Who sent a counter notice to your request ${reference} about the dataset "${dataset}" has taken it back. Nothing comes back because of it.`,
  filer: (reference, dataset) =>
    `You took back your counter notice ${reference} about the dataset "${dataset}". What it is about stays removed.`,
  maintainer: (reference, dataset) =>
    `A counter notice to the request ${reference} about your dataset "${dataset}" was taken back by who sent it. Nothing comes back because of it.`,
}

const SAID: Record<Outcome, typeof RESTORED> = { restored: RESTORED, kept_down: KEPT_DOWN, fell: FELL }

/** What happened on the other side, to those who maintain the dataset: no names. */
export const otherSideNews: Template<{ dataset: string; reference: string; lines: string[]; link: string }> =
  {
    name: 'takedown-other-side',
    render: ({ dataset, reference, lines, link }) => ({
      subject: `News of the request ${reference}`,
      text: paragraphs(
        `About the request ${reference} and your dataset "${dataset}":`,
        lines.join('\n'),
        link,
      ),
    }),
  }

/** Each line behind `> `; what a person wrote keeps its lines. */
const quotedLines = (text: string) =>
  text
    .split('\n')
    .map((line) => quoted(line, 5_000))
    .join('\n')
