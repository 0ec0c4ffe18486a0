import path from 'node:path'
import type { Agreement } from '@/lib/agreement/agreement'
import { krippendorffAlpha, percentAgreement } from '@/lib/agreement/label-agreement'
import { spanAgreement } from '@/lib/agreement/span-agreement'
import { tally as tallyRatings } from '@/lib/agreement/tally'
import { type Annotation, type Dirt, DIRT, readRaters, type Raters } from './raters/read'
import { actionOf, alphaByPairs, characterUnits, group, outcomes, spanScores } from './raters/recount'
import type { Outcome } from './merkle'
import { replay } from './raters/replay'

/** What the README of the data and a count with another program say of them. */
const KNOWN = {
  comments: 8_038,
  annotations: 29_580,
  spans: 23_532,
  workers: 3_498,
  raters: { 3: 6_633, 7: 1_208, 4: 119, 5: 70, 6: 7 },
}
const DIRT_KNOWN: Partial<Record<Dirt, number>> = {
  rated_twice: 1,
  same_text: 53,
  span_after_text: 37,
  span_past_end: 11,
}

/**
 * Real votes, with their dirt: 29,580 annotations of comments by 3,498 raters. Outcomes and agreement as the product counts them are held
 * against a count from the definitions that shares nothing with it (raters/recount.ts).
 */
export async function run(dataFolder: string): Promise<Outcome> {
  const outcome: Outcome = { name: 'votes of 3,498 raters', passed: 0, failed: 0, notes: [] }
  const check = (name: string, holds: boolean) => {
    if (holds) outcome.passed++
    else {
      outcome.failed++
      outcome.notes.push(`FAILED ${name}`)
    }
  }
  const raters = readRaters(path.join(dataFolder, 'toxic-spans-raters'))
  checkReading(raters, check)
  outcome.notes.push(...dirtOf(raters))
  outcome.notes.push(outcomeNote(raters), labelAgreement(raters, check), spansAgreement(raters, check))
  outcome.notes.push(...(await replay(raters, check)))
  return outcome
}

type Check = (name: string, holds: boolean) => void

function checkReading({ rows, annotations, dirt }: Raters, check: Check): void {
  check(
    'every row was read',
    rows.comments === KNOWN.comments && rows.annotations === KNOWN.annotations && rows.spans === KNOWN.spans,
  )
  check(
    'the raters are those of the README',
    new Set(annotations.map(({ worker }) => worker)).size <= KNOWN.workers,
  )
  const dropped = (dirt.get('rated_twice') ?? 0) + (dirt.get('toxic_without_place') ?? 0)
  check('every annotation is a vote or is named', annotations.length + dropped === KNOWN.annotations)
  for (const [kind, count] of Object.entries(DIRT_KNOWN))
    check(
      `${kind}: ${count}`,
      [...dirt].some(([found, times]) => found === kind && times === count),
    )
}

const dirtOf = ({ dirt }: Raters) =>
  [...dirt].sort((a, b) => b[1] - a[1]).map(([kind, count]) => `${count} × ${DIRT[kind]}`)

function outcomeNote({ annotations }: Raters): string {
  const all = outcomes(annotations)
  const count = (holds: (outcome: (typeof all)[number]) => boolean) => all.filter(holds).length
  const majority = (['keep', 'redact', 'remove'] as const).map(
    (action) => `${action} ${count((each) => each.majority === action)}`,
  )
  return `${all.length} comments: majority ${majority.join(', ')}; no majority ${count((each) => each.majority === null)}, a tie for the most votes ${count((each) => each.plurality === null)}; unanimous ${count((each) => each.unanimous)}`
}

const ratingsOf = (annotations: readonly Annotation[]) =>
  annotations.map((annotation) => ({
    item: annotation.comment,
    rater: annotation.worker,
    label: actionOf(annotation),
  }))

function labelAgreement({ annotations }: Raters, check: Check): string {
  const counted = tallyRatings(ratingsOf(annotations))
  const alpha = krippendorffAlpha(counted, { bootstrap: { seed: 1 } })
  const units = [...group(annotations).values()].map((votes) => votes.map(actionOf))
  check('label agreement: α', close(alpha, alphaByPairs(units)))
  return `agreement on the action: α ${shown(alpha)}, ${shown(percentAgreement(counted))} of pairs`
}

function spansAgreement({ annotations, comments }: Raters, check: Check): string {
  const length = new Map([...comments].map(([id, text]) => [id, Array.from(text).length]))
  const ours = spanAgreement(
    annotations.map(({ comment, worker, spans }) => ({
      item: comment,
      rater: worker,
      length: length.get(comment) ?? 0,
      spans,
    })),
  )
  const plain = spanScores(annotations)
  check('span agreement: F1', close(ours.f1, plain.f1))
  check('span agreement: Jaccard', close(ours.jaccard, plain.jaccard))
  check(
    'span agreement: α of characters',
    close(ours.alpha, alphaByPairs(characterUnits(annotations, comments))),
  )
  return `agreement on the passages: F1 ${shown(ours.f1)}, Jaccard ${shown(ours.jaccard)}, α of characters ${shown(ours.alpha)}`
}

const close = (ours: Agreement, plain: number) =>
  ours.state === 'measured' && Math.abs(ours.value - plain) < 1e-9

function shown(agreement: Agreement): string {
  if (agreement.state === 'undefined') return agreement.says
  const { value, interval } = agreement
  return `${value.toFixed(4)}${interval ? ` (${interval.low.toFixed(4)}–${interval.high.toFixed(4)})` : ''}`
}
