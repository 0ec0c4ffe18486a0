import 'server-only'
import { createHash } from 'node:crypto'
import { ATTACHMENTS, type MediaType } from './kinds'
import { pdfPages } from './pdf'
import { jpegSize, pngSize, type Size } from './picture'
import { FileRefused } from './refusal'
import { remake } from './remake'
import { mediaTypeOf } from './sniff'

/** A file that was read and may be kept. */
export type ReadFile = {
  /** As its sender calls it, cleaned: of one line, without a path. */
  name: string
  mediaType: MediaType
  /** Length and SHA-256 of what was sent. */
  size: number
  sha256: string
  pages: number | null
  pixels: number | null
  /** What is kept and handed out: a picture made anew, anything else as it came. */
  bytes: Buffer
}

/** Throws FileRefused with the reason why it is not taken. */
export async function readFile({ name, bytes }: { name: string; bytes: Buffer }): Promise<ReadFile> {
  const mediaType = mediaTypeOf(bytes)
  const common = {
    name: cleanName(name),
    mediaType,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
  switch (mediaType) {
    case 'application/pdf': {
      const pages = await pdfPages(bytes)
      if (pages > ATTACHMENTS.pages) throw new FileRefused('pdfPages')
      return { ...common, pages, pixels: null, bytes }
    }
    case 'image/png':
    case 'image/jpeg': {
      const pixels = pixelsOf(mediaType === 'image/png' ? pngSize(bytes) : jpegSize(bytes))
      return { ...common, pages: null, pixels, bytes: await remake(bytes, mediaType) }
    }
    case 'text/plain':
      return { ...common, pages: null, pixels: null, bytes }
  }
}

/** Before anything is unpacked: some hundred bytes can say that they are a picture of gigabytes. */
function pixelsOf({ width, height }: Size): number {
  const pixels = width * height
  if (pixels === 0) throw new FileRefused('damaged')
  if (pixels > ATTACHMENTS.pixels) throw new FileRefused('pixels')
  return pixels
}

const LONGEST_NAME = 120

/** Without folders, control characters and those that turn the direction of text: `gpj.exe` must not read as `exe.jpg`. */
export function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const clean = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu, '')
    .trim()
  return [...clean].slice(0, LONGEST_NAME).join('') || '?'
}
