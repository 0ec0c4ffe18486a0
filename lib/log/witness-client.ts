import 'server-only'
import { toBase64 } from '@/lib/tlog/base64'
import { formatNote, NoteError, openNote, parseNote } from '@/lib/tlog/note'
import type { Proof } from '@/lib/tlog/proof'
import type { Witness } from './witnesses'

export type Submission = {
  /** The size the witness is believed to have seen; 0 when nothing is known. */
  oldSize: number
  /** That the checkpoint extends it; empty for 0. At most 63 hashes. */
  proof: Proof
  /** The signed checkpoint. */
  note: string
}

/** The witness's line for the note, or the size it has seen when that is another than was believed. */
export type Answer = { kind: 'cosigned'; line: string } | { kind: 'conflict'; size: number }

/** A witness that did not answer, refused, or answered nonsense: `message` is for the operator. */
export class WitnessError extends Error {
  override readonly name = 'WitnessError'
}

const TIMEOUT_MS = 10_000
const MOST_BYTES = 64 * 1024

/** `add-checkpoint` of c2sp.org/tlog-witness. Nothing in the answer is believed but what the witness's key signed. */
export async function addCheckpoint(
  { url, name, verifier }: Witness,
  { oldSize, proof, note }: Submission,
  signal: AbortSignal,
): Promise<Answer> {
  const lines = [`old ${oldSize}`, ...proof.map((hash) => toBase64(hash)), '', note]
  const response = await fetch(`${url}/add-checkpoint`, {
    method: 'POST',
    body: lines.join('\n'),
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    redirect: 'error',
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
  }).catch((error: unknown) => {
    signal.throwIfAborted()
    throw new WitnessError(`${name} does not answer (${causeOf(error)})`)
  })
  const text = await shortText(response, name)
  if (response.status === 200) return { kind: 'cosigned', line: cosignatureIn(text, note, name, verifier) }
  const size = response.status === 409 ? /^(0|[1-9]\d{0,15})\n$/.exec(text)?.[1] : undefined
  if (size !== undefined) return { kind: 'conflict', size: Number(size) }
  throw new WitnessError(`${name} answers ${response.status}: ${printable(text)}`)
}

/** The one line that holds, of however many came. */
function cosignatureIn(text: string, note: string, name: string, verifier: Witness['verifier']): string {
  try {
    const { text: body } = parseNote(note)
    const { signatures } = openNote(`${body}\n${text}`, [verifier])
    const [signature] = signatures
    if (signature) return formatNote({ text: body, signatures: [signature] }).slice(body.length + 1)
  } catch (error) {
    if (!(error instanceof NoteError)) throw error
    throw new WitnessError(`${name} answers with a cosignature that does not hold (${error.message})`)
  }
  throw new WitnessError(`${name} answers without a cosignature of its own`)
}

async function shortText(response: Response, name: string): Promise<string> {
  const pieces: Uint8Array[] = []
  let size = 0
  for (let reader = response.body?.getReader(); reader;) {
    const { done, value } = await reader.read().catch((error: unknown) => {
      throw new WitnessError(`${name} breaks off (${causeOf(error)})`)
    })
    if (done) break
    size += value.length
    if (size > MOST_BYTES) {
      await reader.cancel()
      throw new WitnessError(`${name} answers with more than ${MOST_BYTES} bytes`)
    }
    pieces.push(value)
  }
  return Buffer.concat(pieces).toString('utf8')
}

const printable = (text: string): string =>
  text
    .replace(/[^\x20-\x7e]+/g, ' ')
    .trim()
    .slice(0, 200)

function causeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  return cause instanceof Error ? cause.message : String(cause)
}
