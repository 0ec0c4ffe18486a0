import 'server-only'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Db, Tx } from '@/db/client'
import { takedownProof } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { requestSubject } from '@/lib/crypto/subject'
import { keyFor } from '@/lib/crypto/subject-keys'
import { openJsonOf, sealJsonFor } from '@/lib/crypto/subject-seal'
import { conflict, invalid } from '@/lib/errors'
import { say, voiceOf } from '@/lib/i18n/say'
import { takedownNeedsIdentity } from '@/lib/mail/templates/takedown-identity'
import { awaitAnswer, closesOn } from './ask-info'
import type { TakedownKind } from './attestations'
import { clockEffect } from './clock-effect'
import { pauseClocks } from './clocks'
import { contactOf } from './contact'
import type { askProofInput } from './process-input'
import { addressesInRows, domainsNamed } from './proof-options'
import { pageFor, pagesNamed, type PageTie } from './proof-pages'
import type { LockedRequest } from './request-row'
import { isToStopSale } from './rights'
import { targetsOf } from './results'
import { keepWords } from './said'
import { handled, take } from './take'
import { newPageToken, newToken, tokenHash } from './tokens'
import { writeTo } from './write-to'

/** Kinds in which it matters that somebody is who they say: what they ask for is theirs alone. */
const KINDS_OF_PERSONS: readonly TakedownKind[] = ['privacy', 'opt_out', 'publicity']
export const mayAskProof = ({ kind, right }: Pick<LockedRequest, 'kind' | 'right'>): boolean =>
  KINDS_OF_PERSONS.includes(kind) && !isToStopSale({ right })

/** Whoever reserves what they published has shown it where they published it: the form promises that no document is needed. */
export const mayAskDocument = (kind: TakedownKind): boolean => kind !== 'opt_out'

/** Where a proof is looked for: an address to write to, a page or a domain with the token it is to show. */
const place = z.object({
  address: z.string().optional(),
  page: z.string().optional(),
  domain: z.string().optional(),
  token: z.string().optional(),
})
export type ProofPlace = z.infer<typeof place>

/**
 * Asks for the least that settles a doubt (GDPR Art. 12(6)): first the control of what stands in the row, then the address they wrote
 * from, then the letter of whom they act for. A document only where nothing below it is possible or one below it has failed; it
 * is looked at, and never kept.
 */
export async function askProof(
  tx: Tx,
  actor: Member,
  input: z.output<typeof askProofInput>,
): Promise<{ requestId: string }> {
  const { requestId, method, note } = input
  const request = await handled(tx, actor, requestId)
  if (isToStopSale(request)) throw conflict(say('process.errors.noProofForSale'))
  if (!mayAskProof(request)) throw conflict(say('process.errors.noProof'))
  const { tie, ...where } = await placeOf(tx, request, input)
  const taken = await take(tx, actor, request, 'ask_identity', {
    type: 'needs_identity',
    data: { how: method, ...(tie ? { tie } : {}) },
  })
  await keepWords(tx, taken, note)
  await replaceOpen(tx, requestId)
  const key = await keyFor(tx, requestSubject(requestId))
  await tx.insert(takedownProof).values({
    ...{ requestId, method, askedBy: actor.id, expiresAt: closesOn(new Date()) },
    sealed: Object.keys(where).length > 0 ? sealJsonFor(key, 'takedown_proof', where) : null,
    codeHash: where.token === undefined ? null : tokenHash(where.token),
  })
  const clocks = await pauseClocks(tx, actor, taken, { reason: 'needs_identity' })
  await writeTo(tx, request, takedownNeedsIdentity, {
    reference: request.reference,
    dataset: request.datasetName,
    how: voiceOf(request.language)(`process.proof.letter.${method}`),
    note: note ?? null,
    clock: clockEffect(request.language, clocks),
    closes: closesOn(new Date()),
  })
  await awaitAnswer(tx, requestId, taken.eventId)
  return { requestId }
}

/** The proof that is waited for, with its place; null when none is. */
export async function openProof(on: Db | Tx, requestId: string) {
  const [row] = await on
    .select()
    .from(takedownProof)
    .where(and(eq(takedownProof.requestId, requestId), eq(takedownProof.state, 'open')))
  return row ? { ...row, place: await placeIn(on, row.sealed) } : null
}

export async function placeIn(on: Db | Tx, sealed: Buffer | null): Promise<ProofPlace> {
  return sealed ? place.parse((await openJsonOf(on, { place: 'takedown_proof', sealed })) ?? {}) : {}
}

/**
 * Whether anything below a document can be asked for still. Who is known by the name of an account can write in it, wherever that is: its
 * page can be asked for although no row says where it is.
 */
export async function lowerRungs(
  on: Db | Tx,
  request: Pick<LockedRequest, 'id' | 'datasetId'>,
): Promise<{ possible: boolean; tried: boolean }> {
  const tried = await on
    .select({ id: takedownProof.id })
    .from(takedownProof)
    .where(eq(takedownProof.requestId, request.id))
    .limit(1)
  const possible =
    (await addressesInRows(on, request)).length > 0 ||
    (await domainsNamed(on, request.id)).length > 0 ||
    (await pagesNamed(on, request)).length > 0 ||
    (await targetsOf(on, request.id)).some(({ target }) => target.kind === 'author')
  return { possible, tried: tried.length > 0 }
}

async function placeOf(
  tx: Tx,
  request: LockedRequest,
  input: z.output<typeof askProofInput>,
): Promise<ProofPlace & { tie?: PageTie }> {
  const { method, doubt, note } = input
  switch (method) {
    case 'row_address': {
      const address = (await addressesInRows(tx, request)).find(({ of }) => of === input.address)?.address
      if (!address)
        throw invalid(say('process.errors.noAddress'), { address: [say('process.input.address')] })
      return { address }
    }
    case 'page':
      return pagePlace(tx, request, input)
    case 'contact': {
      const contact = await contactOf(tx, request.id)
      if (!contact) throw conflict(say('process.errors.erased'))
      return { address: contact.email }
    }
    case 'well_known':
    case 'dns': {
      if (!(await domainsNamed(tx, request.id)).includes(input.domain))
        throw invalid(say('process.errors.noDomain'), { domain: [say('process.input.domain')] })
      return { domain: input.domain, token: newToken().token }
    }
    case 'letter':
      if (!note) throw invalid(say('process.errors.sayHow'), { note: [say('process.errors.sayHow')] })
      return {}
    case 'document': {
      if (!mayAskDocument(request.kind)) throw conflict(say('process.errors.neverDocument'))
      const lower = await lowerRungs(tx, request)
      if (lower.possible && !lower.tried) throw conflict(say('process.errors.lowerFirst'))
      if (!doubt) throw invalid(say('process.input.doubt'), { doubt: [say('process.input.doubt')] })
      if (!note) throw invalid(say('process.errors.sayHow'), { note: [say('process.errors.sayHow')] })
      return {}
    }
  }
}

/** Only a person can tell whether others can write on a page too: a comment below it would prove nothing. */
async function pagePlace(
  tx: Tx,
  request: LockedRequest,
  { page: offered, other_page: typed, sole }: z.output<typeof askProofInput>,
): Promise<ProofPlace & { tie: PageTie }> {
  const page = await pageFor(tx, request, typed || offered)
  const field = typed ? 'other_page' : 'page'
  if (!page) throw invalid(say('process.input.page'), { [field]: [say('process.input.page')] })
  if (!sole) throw invalid(say('process.input.sole'), { sole: [say('process.input.sole')] })
  return { page: page.address, token: newPageToken(), tie: page.tie }
}

const replaceOpen = (tx: Tx, requestId: string) =>
  tx
    .update(takedownProof)
    .set({ state: 'replaced', endedAt: new Date() })
    .where(and(eq(takedownProof.requestId, requestId), eq(takedownProof.state, 'open')))
