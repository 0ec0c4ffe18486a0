import 'server-only'
import { timingSafeEqual } from 'node:crypto'
import { Resolver } from 'node:dns/promises'
import { eq } from 'drizzle-orm'
import { db, transact } from '@/db/client'
import { takedownProof, takedownRequest } from '@/db/schema'
import { system } from '@/lib/auth/load-actor'
import { AppError } from '@/lib/errors'
import { fetchGuarded } from '@/lib/http/guarded-fetch'
import { placeIn, type ProofPlace } from './ask-proof'
import type { ProofMethod } from './proof-methods'
import { isSamePage } from './proof-pages'
import { proven } from './prove'
import { lockRequest } from './request-row'
import { may } from './status'
import { pageTokensIn, tokenHash } from './tokens'

/** How a page or a domain is looked at; a test brings its own. */
export type Look = {
  /** The text behind an address, and the address that answered in the end. */
  read: (address: string, maxBytes: number) => Promise<{ url: string; text: string }>
  txt: (name: string) => Promise<string[][]>
}

const OVER_THE_NETWORK: Look = {
  async read(address, maxBytes) {
    const { url, body } = await fetchGuarded(address, { maxBytes, timeoutMs: 10_000, unpacked: true })
    const chunks: Buffer[] = []
    for await (const chunk of body) chunks.push(chunk)
    return { url, text: Buffer.concat(chunks).toString('utf8') }
  },
  txt: (name) => new Resolver({ timeout: 5_000, tries: 2 }).resolveTxt(name),
}

const MOST_FILE = 4_096
/** Pages of accounts carry much that nobody reads. */
const MOST_PAGE = 2 * 1024 * 1024

/** Where the token is to be shown: a file, or a record of the domain. */
export const filePath = (reference: string) => `/.well-known/winnow-${reference}.txt`
export const recordName = (domain: string) => `_winnow.${domain}`
export const recordValue = (token: string) => `winnow=${token}`

/**
 * Looks whether a page or a domain shows its token, and if it does the request goes on. Nothing is locked while the network is waited for;
 * what was found is written only if the proof is still waited for.
 */
export async function lookAtPlace(proofId: string, look: Look = OVER_THE_NETWORK): Promise<void> {
  const [proof] = await db()
    .select({
      requestId: takedownProof.requestId,
      method: takedownProof.method,
      state: takedownProof.state,
      sealed: takedownProof.sealed,
      reference: takedownRequest.reference,
    })
    .from(takedownProof)
    .innerJoin(takedownRequest, eq(takedownRequest.id, takedownProof.requestId))
    .where(eq(takedownProof.id, proofId))
  if (proof?.state !== 'open') return
  const place = await placeIn(db(), proof.sealed)
  const { token } = place
  if (!token) return
  const looked = lookedFor(token, await shownAt(look, place, proof))
  await transact(async (tx) => {
    const request = await lockRequest(tx, proof.requestId)
    const [now] = await tx
      .select({ state: takedownProof.state })
      .from(takedownProof)
      .where(eq(takedownProof.id, proofId))
    if (!may(request.status, 'prove') || now?.state !== 'open') return
    if (looked === 'shown')
      return proven(tx, system('takedown'), request, { id: proofId, method: proof.method })
    await tx.update(takedownProof).set({ lastLook: looked }).where(eq(takedownProof.id, proofId))
  })
}

/** What stands at a place; `elsewhere`: it led to another page, which is not the one that was asked for. */
type Shown = { at: 'there' | 'elsewhere' | 'unreachable'; values: string[] }

export type Looked = 'shown' | 'different' | 'absent' | Exclude<Shown['at'], 'there'>

/** Whether a page shows a token, for whoever proves to be able to write on it. */
export const lookAtPage = async (
  page: string,
  token: string,
  look: Look = OVER_THE_NETWORK,
): Promise<Looked> => lookedFor(token, await shownAt(look, { page }, { method: 'page', reference: '' }))

function lookedFor(token: string, { at, values }: Shown): Looked {
  if (values.some((value) => isSame(value, token))) return 'shown'
  return at === 'there' ? (values.length > 0 ? 'different' : 'absent') : at
}

async function shownAt(
  look: Look,
  { domain, page }: ProofPlace,
  { method, reference }: { method: ProofMethod; reference: string },
): Promise<Shown> {
  try {
    if (page) return await onPage(look, page)
    return domain ? await onDomain(look, domain, { method, reference }) : { at: 'there', values: [] }
  } catch (error) {
    if (isAbsence(error)) return { at: 'there', values: [] }
    if (error instanceof AppError || isNetworkError(error)) return { at: 'unreachable', values: [] }
    throw error
  }
}

async function onDomain(
  look: Look,
  domain: string,
  { method, reference }: { method: ProofMethod; reference: string },
): Promise<Shown> {
  if (method === 'dns') {
    const records = (await look.txt(recordName(domain))).map((parts) => parts.join(''))
    return { at: 'there', values: records.flatMap((record) => /^winnow=(\S+)$/.exec(record)?.[1] ?? []) }
  }
  const { url, text } = await look.read(`https://${domain}${filePath(reference)}`, MOST_FILE)
  const values = new URL(url).hostname === domain ? [text.trim()].filter((value) => value !== '') : []
  return { at: 'there', values }
}

/** On a host that many share, another path is somebody else's: only this very page shows anything. */
async function onPage(look: Look, page: string): Promise<Shown> {
  const { url, text } = await look.read(page, MOST_PAGE)
  if (new URL(url).protocol !== 'https:' || !isSamePage(url, page)) return { at: 'elsewhere', values: [] }
  return { at: 'there', values: pageTokensIn(text) }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null)
const isAbsence = (error: unknown): boolean => ['ENOTFOUND', 'ENODATA'].includes(String(codeOf(error)))
const isNetworkError = (error: unknown): boolean =>
  ['ETIMEOUT', 'ETIMEDOUT', 'ESERVFAIL', 'EREFUSED', 'ECONNREFUSED', 'ECANCELLED', 'EBADRESP'].includes(
    String(codeOf(error)),
  )

/** Of equal length by hashing, so that the time says nothing. */
const isSame = (shown: string, token: string): boolean => timingSafeEqual(tokenHash(shown), tokenHash(token))
