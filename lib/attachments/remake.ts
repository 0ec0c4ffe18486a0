import 'server-only'
import sharp from 'sharp'
import { ATTACHMENTS } from './kinds'
import { FileRefused } from './refusal'

// A picture of somebody else's making is read by one decoder, that of its kind, and never twice.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'] })
sharp.cache(false)

/** One at a time in this process: some hundred megabytes while it lasts. */
let turn: Promise<unknown> = Promise.resolve()

/**
 * The same picture made anew: what stood beside the picture (place and camera in EXIF, text, a second file) is gone, and the bytes are
 * those of our own encoder. Turned as the camera said. Throws FileRefused when it cannot be read.
 */
export function remake(bytes: Buffer, type: 'image/png' | 'image/jpeg'): Promise<Buffer> {
  const made = turn.then(() => encode(bytes, type))
  turn = made.catch(() => undefined)
  return made
}

async function encode(bytes: Buffer, type: 'image/png' | 'image/jpeg'): Promise<Buffer> {
  const picture = sharp(bytes, {
    limitInputPixels: ATTACHMENTS.pixels,
    failOn: 'error',
    sequentialRead: true,
  }).autoOrient()
  try {
    return await (type === 'image/png' ? picture.png() : picture.jpeg({ quality: 90 })).toBuffer()
  } catch {
    throw new FileRefused('damaged')
  }
}
