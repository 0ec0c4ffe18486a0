import 'server-only'
import type { Db, Tx } from '@/db/client'
import { attachmentsOf } from '@/lib/attachments/keep'
import { localeOfReader, say } from '@/lib/i18n/say'
import { INFORMATION, type InformationPart } from './answer-information'
import { ROWS_AT_ONCE } from './answer-rows'
import { counted } from './answer-right'
import { type Answer, rowsOfAnswer } from './answers'
import { languageOf } from './attestations'
import { contactOf } from './contact'
import { copiedRequest } from './copied-request'
import { otherRequests } from './other-requests'
import { answeredIn, askedOf } from './form-version'
import { givenRows } from './given-rows'
import { recipientsOf } from './recipients'
import { broadTargets, targetsOf } from './results'
import { stretchOf } from './stretch'
import { describeTarget } from './words'

/** A copy of what there is about somebody, with what GDPR Art. 15(1) and (2) ask to be said. Nothing in it is kept as such. */
export type Copy = Awaited<ReturnType<typeof copyOf>>

/**
 * Makes the copy that an answer gives, of what there is now: a text that was erased since is in no copy either. Each given row with what is
 * about others left out, where it comes from, what was said and decided of it, and who has it. Of many rows the stretch that an address `asked` for.
 */
export async function copyOf(on: Db | Tx, answer: Answer, asked?: unknown) {
  const { frame, all, rowsFrom } = await framed(on, answer)
  const pages = stretchOf(all, asked, ROWS_AT_ONCE)
  const { rows, gone } = await rowsFrom(pages.from)
  /** `gone`: not there any more since the answer, or only for safety officers. */
  return { ...frame, rows, gone, pages }
}

/** What somebody named that stands for more texts than were looked at. */
export async function notAllOf(on: Db | Tx, requestId: string): Promise<string[]> {
  const broad = await broadTargets(on, requestId)
  const named = broad.size === 0 ? [] : await targetsOf(on, requestId)
  return named.flatMap(({ id, target }) => (broad.has(id) ? [describeTarget(say, target)] : []))
}

/** All of a copy but its rows, and what makes a stretch of those. */
export async function framed(on: Db | Tx, answer: Answer) {
  const request = await copiedRequest(on, answer.requestId)
  const judged = await rowsOfAnswer(on, answer.id)
  const given = judged.filter(({ verdict }) => verdict === 'give')
  const [contact, named, files, others] = [
    await contactOf(on, request.id),
    await targetsOf(on, request.id),
    await attachmentsOf(on, request.id),
    await otherRequests(on, request.id),
  ]
  const theirs = counted(judged)
  const frame = {
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
    /** What stands for more texts than were looked at: not all of it is here. */
    not_all_of: await notAllOf(on, request.id),
    /** About them, and others' rights forbid to give them. */
    not_given: theirs.others,
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
  return { frame, all: given.length, rowsFrom: await givenRows(on, request, given) }
}
