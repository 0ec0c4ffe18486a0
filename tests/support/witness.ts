import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { keyOfSeed, verifyEd25519 } from '@/lib/log/key'
import { sha256 } from '@/lib/log/sha256'
import { fromBase64 } from '@/lib/tlog/base64'
import { equal } from '@/lib/tlog/bytes'
import { parseCheckpoint } from '@/lib/tlog/checkpoint'
import { cosigner } from '@/lib/tlog/cosignature'
import { openNote, signNote } from '@/lib/tlog/note'
import { verifyConsistency } from '@/lib/tlog/proof'
import { verifierOf } from '@/lib/tlog/verifiers'
import { ED25519_COSIGNATURE, formatVkey } from '@/lib/tlog/vkey'
import { listening } from './listening'

export type TestWitness = {
  vkey: string
  url: string
  /** Bodies that were submitted. */
  submitted: string[]
  seen: { size: number; root: Uint8Array } | null
  /** When set, it answers with this and nothing else. */
  answer: ((response: ServerResponse) => void) | null
  close: () => Promise<void>
}

/** A witness over HTTP as c2sp.org/tlog-witness describes it, for one log; it keeps what it has seen in memory. */
export async function startWitness(logVkey: string, name: string, seed = 9): Promise<TestWitness> {
  const key = keyOfSeed(Buffer.alloc(32, seed))
  const vkey = formatVkey({ name, type: ED25519_COSIGNATURE, publicKey: key.publicKey }, sha256)
  const signer = cosigner(name, key.publicKey, key.sign, () => Math.floor(Date.now() / 1000), sha256)
  const log = verifierOf(logVkey, verifyEd25519, sha256)

  const server = createServer((request, response) => {
    void bodyOf(request).then(
      (body) => {
        witness.submitted.push(body)
        if (witness.answer) witness.answer(response)
        else respond(body, response)
      },
      // Whoever asked has gone: there is nobody to answer.
      () => response.destroy(),
    )
  })
  const respond = (body: string, response: ServerResponse) => {
    const end = body.indexOf('\n\n')
    const [old = '', ...lines] = body.slice(0, end).split('\n')
    const note = body.slice(end + 2)
    const oldSize = Number(/^old (\d+)$/.exec(old)?.[1] ?? NaN)
    const opened = (() => {
      try {
        return openNote(note, [log])
      } catch {
        return null
      }
    })()
    if (!opened) return void response.writeHead(403).end('not a checkpoint of a log I know\n')
    const { size, root } = parseCheckpoint(opened.text)
    if (Number.isNaN(oldSize) || oldSize > size) return void response.writeHead(400).end('malformed\n')
    const known = witness.seen?.size ?? 0
    if (known !== oldSize)
      return void response.writeHead(409, { 'content-type': 'text/x.tlog.size' }).end(`${known}\n`)
    const proof = lines.map(fromBase64)
    const seen = witness.seen
    const extends_ = !seen
      ? proof.length === 0
      : seen.size === size
        ? proof.length === 0 && equal(seen.root, root)
        : verifyConsistency(
            { oldSize: seen.size, newSize: size, oldRoot: seen.root, newRoot: root, proof },
            sha256,
          )
    if (!extends_) return void response.writeHead(422).end('it does not extend what I have seen\n')
    witness.seen = { size, root }
    response.writeHead(200).end(signNote(opened.text, [signer]).slice(opened.text.length + 1))
  }
  const witness: TestWitness = {
    vkey,
    url: '',
    submitted: [],
    seen: null,
    answer: null,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections()
        server.close((error) => (error ? reject(error) : resolve()))
      }),
  }
  witness.url = `http://127.0.0.1:${await listening(server)}`
  return witness
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}
