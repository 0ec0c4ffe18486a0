import { deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** Files as people send them, and as nobody should. All of them are made here. */

/** A PDF with so many pages; `packed`: with its page tree in an object stream, as newer programs write it. */
export function pdf(pages: number, { packed = false, extra = '' } = {}): Buffer {
  const kids = Array.from({ length: pages }, (_, n) => `${n + 10} 0 R`).join(' ')
  const tree = [
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    ...Array.from({ length: pages }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>'),
  ]
  const objects = packed
    ? objectStream(tree.join('\n'))
    : Buffer.from(tree.map((object, n) => `${n + 2} 0 obj\n${object}\nendobj\n`).join(''))
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n${extra}`, 'latin1'),
    objects,
    Buffer.from('trailer\n<< /Root 1 0 R /Size 9 >>\nstartxref\n9\n%%EOF\n'),
  ])
}

export function objectStream(text: string): Buffer {
  const body = deflateSync(text)
  return Buffer.concat([
    Buffer.from(
      `7 0 obj\n<< /Type /ObjStm /N 2 /First 10 /Filter /FlateDecode /Length ${body.length} >>\nstream\n`,
    ),
    body,
    Buffer.from('\nendstream\nendobj\n'),
  ])
}

const small = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#336699' } })

export const png = (): Promise<Buffer> => small().png().toBuffer()

/** A photograph that says where it was taken. */
export const jpeg = (): Promise<Buffer> =>
  small()
    .withExif({
      IFD0: { Artist: 'Ada Example' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
    })
    .jpeg()
    .toBuffer()

/** A PNG of some hundred bytes that says it is this large. */
export async function pngOf(width: number, height: number): Promise<Buffer> {
  const bytes = await png()
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

/** An archive with nothing in it: its end alone is what a reader looks for. */
export const emptyZip = (): Buffer => Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)])
export const zip = (): Buffer =>
  Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(40), emptyZip()])
