import 'server-only'
import type { Db, Tx } from '@/db/client'
import { attachmentsOf } from '@/lib/attachments/keep'
import { localeOfReader, say } from '@/lib/i18n/say'
import type { Span } from '@/lib/review/spans'
import { TextIndex } from '@/lib/text/positions'
import { INFORMATION, type InformationPart } from './answer-information'
import { type AnswerRow, answerRows } from './answer-rows'
import { counted } from './answer-right'
import { type Answer, rowsOfAnswer } from './answers'
import { languageOf } from './attestations'
import { contactOf } from './contact'
import type { CopyRow } from './copy-row'
import { copiedRequest } from './copied-request'
import { otherRequests } from './other-requests'
import { answeredIn, askedOf } from './form-version'
import { isThere } from './passages-in'
import { recipientsOf } from './recipients'
import { latestRevision } from './revision-rows'
import { targetsOf } from './results'
import { saidOf } from './said-of-rows'
import { describeTarget } from './words'

/** What stands in place of what is about somebody else. */
export const LEFT_OUT = '█████'

/** A copy of what there is about somebody, with what GDPR Art. 15(1) and (2) ask to be said. Nothing in it is kept as such. */
export type Copy = Awaited<ReturnType<typeof copyOf>>

/**
 * Makes the copy that an answer gives, of what there is now: a text that was erased since is in no copy either. Each given row with what is
 * about others left out, where it comes from, what was said and decided of it, and who has it.
 */
export async function copyOf(on: Db | Tx, answer: Answer) {
  const request = await copiedRequest(on, answer.requestId)
  const [given, found] = [await rowsOfAnswer(on, answer.id), await answerRows(on, request)]
  const [contact, named, files, others] = [
    await contactOf(on, request.id),
    await targetsOf(on, request.id),
    await attachmentsOf(on, request.id),
    await otherRequests(on, request.id),
  ]
  const revision = await latestRevision(on, request.datasetId)
  const fileOf = new Map(revision?.files.map(({ ordinal, path }) => [ordinal, path]))
  const textOf = new Map(found.rows.map((row) => [row.digest, row]))
  const shown = given.flatMap(({ digest, verdict, spans }) => {
    const row = textOf.get(digest.toString('hex'))
    return verdict === 'give' && row ? [{ row, spans }] : []
  })
  shown.sort((a, b) => byPlace(a.row, b.row))
  const about = await saidOf(
    on,
    request.datasetId,
    shown.map(({ row }) => Buffer.from(row.digest, 'hex')),
  )
  const rows = shown.map(({ row, spans }): CopyRow => {
    const passages = spans.filter((span) => !isThere(span))
    return {
      file:
        row.revisionId === revision?.id && row.ordinal !== null ? (fileOf.get(row.ordinal) ?? null) : null,
      ...{ row: row.row, rows: row.rows },
      ...(passages.length < spans.length ? unsaid(row) : { id: row.sourceId, address: row.url }),
      fields: withoutOthers(row.fields, passages),
      left_out: passages.length,
      ...{ marked: [], decided: [], releases: [], ...about.get(row.digest) },
    }
  })
  const theirs = counted(given)
  return {
    format: 'winnow-access-copy/1',
    request: request.reference,
    dataset: {
      name: request.dataset,
      slug: request.slug,
      licence: request.licence,
      homepage: request.homepage,
    },
    asked: request.submittedAt.toISOString(),
    answered: answer.toldAt?.toISOString() ?? null,
    open_until: answer.openedUntil?.toISOString() ?? null,
    available_until: answer.expiresAt?.toISOString() ?? null,
    looked_for: named.map(({ target }) => describeTarget(say, target)),
    rows,
    /** About them, and others' rights forbid to give them. */
    not_given: theirs.others,
    /** Not there any more since the answer, or only for safety officers. */
    gone: given.filter(({ verdict }) => verdict === 'give').length - shown.length,
    /** Of what is about them: who has it is said to nobody of whom there is nothing. */
    recipients: theirs.rows + theirs.others > 0 ? await recipientsOf(on, request.datasetId) : null,
    information: INFORMATION.map((part: InformationPart) => ({
      article: say(`rights.information.${part}.article`),
      title: say(`rights.information.${part}.title`),
      text: say(`rights.information.${part}.text`),
    })),
    your_request: contact && {
      name: contact.name,
      email: contact.email,
      answers: Object.entries(contact.answers)
        .filter(([, said]) => said !== '')
        .map(([name, said]) => {
          const asked = contact.asked?.[name]
          // In one language: that in which the question was read, and is kept.
          const locale =
            asked === undefined ? localeOfReader() : languageOf(request.form ?? request.attestation)
          return {
            asked: asked ?? askedOf(locale, request.kind, name),
            answered: answeredIn(locale, request.kind, name, said),
          }
        }),
      files: files.map(({ name, size, sha256 }) => ({ name, size, sha256 })),
      kept_until: request.keptUntil?.toISOString() ?? null,
    },
    other_requests: others,
  }
}

/** That there is an address or a number is said, and what it is left out. */
const unsaid = ({ sourceId, url }: AnswerRow) => ({
  id: sourceId === null ? null : LEFT_OUT,
  address: url === null ? null : LEFT_OUT,
})

/** In the order of the dataset. */
const byPlace = (a: Place, b: Place) => (a.ordinal ?? -1) - (b.ordinal ?? -1) || (a.row ?? -1) - (b.row ?? -1)
type Place = { ordinal: number | null; row: number | null }

/** The text with what is about others left out. */
function withoutOthers(fields: AnswerRow['fields'], spans: readonly Span[]): AnswerRow['fields'] {
  return Object.fromEntries(
    Object.entries(fields).map(([field, text]) => {
      const index = new TextIndex(text)
      let [left, at] = ['', 0]
      for (const { start, end } of spans.filter((span) => span.field === field)) {
        left += text.slice(at, index.toUnit(start)) + LEFT_OUT
        at = index.toUnit(end)
      }
      return [field, left + text.slice(at)]
    }),
  )
}
