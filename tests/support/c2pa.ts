import { crc32 } from 'node:zlib'
import { encode } from 'cborg'
import sharp from 'sharp'

/*
 * Pictures with a C2PA manifest in them, as programs write them and as nobody should: boxes by ISO/IEC 19566-5, UUIDs and labels by the
 * C2PA specification. Nothing in them is signed, because nobody here checks it.
 */

const REST = '00110010800000aa00389b71'
export const UUIDS = {
  store: `63327061${REST}`,
  manifest: `63326d61${REST}`,
  update: `6332756d${REST}`,
  compressed: `6332636d${REST}`,
  assertions: `63326173${REST}`,
  claim: `6332636c${REST}`,
  cbor: `63626f72${REST}`,
  json: `6a736f6e${REST}`,
}

/** A box; `length` where it says another one than it has. */
export function box(type: string, content: Buffer, length = content.length + 8): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(length)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, content])
}

/** The same with a length of eight bytes. */
export function longBox(type: string, content: Buffer, length = BigInt(content.length + 16)): Buffer {
  const more = Buffer.alloc(8)
  more.writeBigUInt64BE(length)
  return box(type, Buffer.concat([more, content]), 1)
}

export const description = (uuid: string, label: string): Buffer =>
  box('jumd', Buffer.concat([Buffer.from(uuid, 'hex'), Buffer.from([3]), Buffer.from(`${label}\0`)]))

export const superbox = (uuid: string, label: string, ...boxes: Buffer[]): Buffer =>
  box('jumb', Buffer.concat([description(uuid, label), ...boxes]))

/** An assertion as an object, in CBOR, or as the bytes that stand in its place. */
export const assertion = (label: string, said: object | Buffer): Buffer =>
  superbox(UUIDS.cbor, label, box('cbor', Buffer.isBuffer(said) ? said : Buffer.from(encode(said))))

export const jsonAssertion = (label: string, text: string): Buffer =>
  superbox(UUIDS.json, label, box('json', Buffer.from(text)))

export const manifest = (
  assertions: readonly Buffer[],
  uuid = UUIDS.manifest,
  label = 'urn:c2pa:1',
): Buffer =>
  superbox(
    ...([uuid, label] as const),
    superbox(UUIDS.assertions, 'c2pa.assertions', ...assertions),
    superbox(UUIDS.claim, 'c2pa.claim.v2', box('cbor', Buffer.from(encode({ alg: 'sha256' })))),
  )

export const store = (...manifests: Buffer[]): Buffer => superbox(UUIDS.store, 'c2pa', ...manifests)

/** A store whose only manifest says this. */
export const saying = (entries: object, label = 'c2pa.training-mining'): Buffer =>
  store(manifest([assertion(label, { entries })]))

/** A box cut into segments APP11, each with the head of the whole, its instance and its number. */
export function segmentsOf(whole: Buffer, { most = 60_000, instance = 0x0211 } = {}): Buffer[] {
  const head = whole.subarray(0, whole.readUInt32BE(0) === 1 ? 16 : 8)
  const payload = whole.subarray(head.length)
  const count = Math.max(1, Math.ceil(payload.length / most))
  return Array.from({ length: count }, (_, n) =>
    app11(instance, n + 1, Buffer.concat([head, payload.subarray(n * most, (n + 1) * most)])),
  )
}

export function app11(instance: number, sequence: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, 0xeb, 0, 0, 0x4a, 0x50, 0, 0, 0, 0, 0, 0])
  head.writeUInt16BE(content.length + 10, 2)
  head.writeUInt16BE(instance, 6)
  head.writeUInt32BE(sequence, 8)
  return Buffer.concat([head, content])
}

const small = () => sharp({ create: { width: 8, height: 8, channels: 3, background: '#336699' } })

/** A real JPEG with these segments after its first marker. */
export async function jpegWith(segments: readonly Buffer[]): Promise<Buffer> {
  const bytes = await small().jpeg().toBuffer()
  return Buffer.concat([bytes.subarray(0, 2), ...segments, bytes.subarray(2)])
}

/** A real PNG with these chunks before its picture; `length` where a chunk says another one than it has. */
export async function pngWith(contents: readonly Buffer[], type = 'caBX', length?: number): Promise<Buffer> {
  const bytes = await small().png().toBuffer()
  const chunks = contents.map((content) => {
    const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from(type, 'latin1'), content, Buffer.alloc(4)])
    chunk.writeUInt32BE(length ?? content.length)
    chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4)
    return chunk
  })
  const after = 8 + 25 // The signature, and the header that is always first.
  return Buffer.concat([bytes.subarray(0, after), ...chunks, bytes.subarray(after)])
}

/** A real WebP with this chunk at its end. */
export async function webpWith(content: Buffer): Promise<Buffer> {
  const bytes = await small().webp().toBuffer()
  const head = Buffer.from('C2PA\0\0\0\0', 'latin1')
  head.writeUInt32LE(content.length, 4)
  const whole = Buffer.concat([bytes, head, content, Buffer.alloc(content.length % 2)])
  whole.writeUInt32LE(whole.length - 8, 4)
  return whole
}
