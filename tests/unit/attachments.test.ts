import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { tooMuch } from '@/lib/attachments/kinds'
import { cleanName, readFile } from '@/lib/attachments/read-file'
import { FileRefused } from '@/lib/attachments/refusal'
import { emptyZip, jpeg, objectStream, pdf, png, pngOf, zip } from '../support/attachments'

const read = (bytes: Buffer, name = 'file') => readFile({ name, bytes })
const why = (bytes: Buffer) =>
  read(bytes).then(
    ({ mediaType }) => mediaType,
    (error: unknown) => {
      if (error instanceof FileRefused) return error.why
      throw error
    },
  )
const text = (words: string) => Buffer.from(words)

describe('what a file is', () => {
  it('is told by its bytes, whatever it is called', async () => {
    expect(await read(pdf(3), 'holiday.png')).toMatchObject({ mediaType: 'application/pdf', pages: 3 })
    expect(await read(await png(), 'letter.pdf')).toMatchObject({ mediaType: 'image/png', pixels: 1200 })
    expect(await read(await jpeg(), 'x.txt')).toMatchObject({ mediaType: 'image/jpeg', pixels: 1200 })
    expect(await read(text('Das bin ich. 5 < 6 > 4\n'), 'x.jpg')).toMatchObject({ mediaType: 'text/plain' })
  })

  it.each([
    'BMG Music hereby states that the songs are its own.',
    'MZ Verlag, Halle: unsere Artikel vom Mai.',
    'ID3 tags of our recordings are in the files.',
    'RIFF and melody are mine.',
    'BZh is how my studio signs.',
  ])('is text where people can read it, however it begins: %s', async (words) => {
    expect(await why(text(words))).toBe('text/plain')
    expect(await why(Buffer.concat([text(words), Buffer.from([0, 0, 1])])), 'not with bytes behind').not.toBe(
      'text/plain',
    )
  })

  it.each([
    ['an empty file', Buffer.alloc(0), 'empty'],
    ['a ZIP', zip(), 'archive'],
    ['gzip', Buffer.from('1f8b0800', 'hex'), 'archive'],
    ['SVG', text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'markup'],
    ['XML with an SVG in it', text('<?xml version="1.0"?>\n<svg/>'), 'markup'],
    ['HTML behind white space', text('\ufeff \n<!DOCTYPE html><p>hello'), 'markup'],
    ['text with a script in it', text('Dear all,\n<script src=//evil.example></script>'), 'markup'],
    ['GIF', text('GIF89a…'), 'picture'],
    ['RTF', text('{\\rtf1 hello}'), 'document'],
    ['a program', text('#!/bin/sh\nrm -rf /'), 'program'],
    ['noise', Buffer.from([0, 1, 2, 3, 255, 254]), 'unknown'],
    ['Latin-1', Buffer.from('Grüße', 'latin1'), 'notUtf8'],
    ['UTF-16', Buffer.from('\ufeffHello', 'utf16le'), 'notUtf8'],
    ['text with control characters', text('a\u001b[2Jb'), 'unknown'],
  ])('refuses %s', async (_, bytes, reason) => {
    expect(await why(bytes)).toBe(reason)
  })
})

describe('two files in one', () => {
  it('refuses a PDF, a picture or a text that an unpacker opens', async () => {
    expect(await why(Buffer.concat([pdf(1), emptyZip()]))).toBe('archive')
    expect(await why(Buffer.concat([await png(), zip()]))).toBe('archive')
    expect(await why(Buffer.concat([await jpeg(), zip()]))).toBe('archive')
    expect(await why(Buffer.concat([text('hello '), emptyZip()]))).toBe('archive')
  })

  it('refuses what goes on behind its end, or is a page at its beginning', async () => {
    expect(await why(Buffer.concat([pdf(1), text('<script>alert(1)</script>')]))).toBe('appended')
    expect(await why(Buffer.concat([text('%PDF-1.7\n%<html><script>alert(1)</script>\n'), pdf(1)]))).toBe(
      'appended',
    )
    expect(await why(Buffer.concat([await png(), text('<?php system($_GET[0]);')]))).toBe('appended')
    expect(await why(Buffer.concat([await jpeg(), text('%PDF-1.4')]))).toBe('appended')
  })

  it('takes a photograph with a second picture behind it, as telephones write it, and keeps the first alone', async () => {
    const { bytes } = await read(Buffer.concat([await jpeg(), await jpeg()]))
    expect(bytes.indexOf(Buffer.from([0xff, 0xd8, 0xff]), 1)).toBe(-1)
  })
})

describe('pictures', () => {
  it('are made anew without what stood beside the picture', async () => {
    const sent = await jpeg()
    expect((await sharp(sent).metadata()).exif, 'what is sent has some').toBeDefined()
    const { bytes, size, sha256 } = await read(sent)
    const kept = await sharp(bytes).metadata()
    expect(kept).toMatchObject({ format: 'jpeg', width: 40, height: 30 })
    expect(kept.exif).toBeUndefined()
    expect(bytes.includes('Ada Example')).toBe(false)
    expect({ size, sha256: sha256.length }).toEqual({ size: sent.length, sha256: 64 })
  })

  it('that say they are larger than a screen of screens are refused by their header', async () => {
    expect(await why(await pngOf(60_000, 60_000))).toBe('pixels')
    expect(await why(await pngOf(2 ** 31 - 1, 1))).toBe('pixels')
    expect(await why(await pngOf(0, 10))).toBe('damaged')
  })

  it('that are cut off, or lie about their size, are refused', async () => {
    const whole = await png()
    expect(await why(whole.subarray(0, -20))).toBe('damaged')
    expect(await why((await jpeg()).subarray(0, 200))).toBe('damaged')
    expect(await why(await pngOf(4_000, 4_000))).toBe('damaged')
  })
})

describe('a PDF', () => {
  it('has its pages counted, also where they are packed', async () => {
    expect(await read(pdf(200))).toMatchObject({ pages: 200 })
    expect(await read(pdf(7, { packed: true }))).toMatchObject({ pages: 7 })
    expect(await why(pdf(201))).toBe('pdfPages')
    expect(await why(pdf(300, { packed: true }))).toBe('pdfPages')
  })

  it('cannot hide its pages by spelling them otherwise', async () => {
    const hidden = pdf(300)
      .toString('latin1')
      .replaceAll('/Page ', '/P#61ge ')
      .replaceAll('/Count 300', '/Count 1')
    expect(await why(text(hidden))).toBe('pdfPages')
  })

  it('is refused when it has a password, no pages, or a bomb in place of them', async () => {
    const locked = pdf(1).toString('latin1').replace('/Size 9', '/Encrypt 8 0 R /Size 9')
    expect(await why(text(locked))).toBe('pdfLocked')
    expect(await why(text('%PDF-1.7\nhello\n%%EOF'))).toBe('pdfUncounted')
    expect(await why(pdf(1, { extra: objectStream(' '.repeat(40_000_000)).toString('latin1') }))).toBe(
      'pdfUncounted',
    )
    expect(await why(text('%PDF-1.7\nhello'))).toBe('damaged')
  })

  it('is not unpacked beyond what a page tree has, however little of it is a bomb', async () => {
    const packed = (bytes: number) => objectStream(' '.repeat(bytes)).toString('latin1')
    expect(await why(pdf(1, { extra: packed(3_000_000) }))).toBe('application/pdf')
    expect(await why(pdf(1, { extra: packed(5_000_000) })), 'one').toBe('pdfUncounted')
    expect(await why(pdf(1, { extra: packed(1_500_000).repeat(3) })), 'together').toBe('pdfUncounted')
  })

  it('is read in turns with whatever else the process has to do, one at a time', async () => {
    const names = `5 0 obj\n<< ${'/#41#42 1 '.repeat(100_000)} >>\nendobj\n`
    const streams = '6 0 obj\n<< >>\nstream\n\nendstream\nendobj\n'.repeat(5_000)
    const words = '(stream)'.repeat(50_000)
    let turns = 0
    let reading = true
    const others = (async () => {
      while (reading) {
        await new Promise((resolve) => setImmediate(resolve))
        turns++
      }
    })()
    expect(await why(pdf(3, { extra: names + streams + words }))).toBe('application/pdf')
    reading = false
    await others
    // 1.2 MB in windows of 256 KB, once to spell and once to count, and the words.
    expect(turns).toBeGreaterThan(8)
  })

  it('has its pages counted once each, wherever a window ends', async () => {
    for (const padding of [262_000, 262_100, 262_144, 294_900, 524_200])
      expect(await read(pdf(150, { extra: `%${'x'.repeat(padding)}\n` })), String(padding)).toMatchObject({
        pages: 150,
      })
    const cut = '/P#61ge '
    const leaves = pdf(0, { extra: `%${'x'.repeat(262_075)}\n${`<< /Type ${cut}>>`.repeat(190)}` })
    expect(await read(leaves)).toMatchObject({ pages: 190 })
  })

  it.each([
    '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>',
    '/J#53 (x)',
    '/S /Launch /F (cmd.exe)',
    '/EmbeddedFiles 4 0 R',
  ])('is refused with a program or a file in it: %s', async (active) => {
    expect(await why(pdf(1, { extra: `5 0 obj\n<< ${active} >>\nendobj\n` }))).toBe('pdfActive')
    expect(await why(pdf(1, { extra: objectStream(`<< ${active} >>`).toString('latin1') })), 'packed').toBe(
      'pdfActive',
    )
  })

  it('is not taken for a program by bytes of its pictures', async () => {
    const picture =
      '6 0 obj\n<< /Length 20 /Filter /DCTDecode >>\nstream\n\x01\x02/JS \x03/Encrypt 1\x00\nendstream\nendobj\n'
    expect(await why(pdf(2, { extra: picture }))).toBe('application/pdf')
  })
})

describe('names and amounts', () => {
  it('leaves of a name what can be read as it is', () => {
    expect(cleanName('C:\\fakepath\\scan.pdf')).toBe('scan.pdf')
    expect(cleanName('../../etc/passwd')).toBe('passwd')
    expect(cleanName('photo\u202egpj.exe\r\nSet-Cookie: a=b')).toBe('photogpj.exeSet-Cookie: a=b')
    expect(cleanName('x'.repeat(500))).toHaveLength(120)
    expect(cleanName('\u202e/')).toBe('?')
  })

  it('says which file is too large, and when they are too many or too much together', () => {
    const of = (size: number, name = 'a') => ({ name, size })
    expect(tooMuch([of(1), of(10_000_001, 'b')])).toEqual({ why: 'large', name: 'b' })
    expect(tooMuch(Array.from({ length: 6 }, () => of(1)))).toEqual({ why: 'count' })
    expect(tooMuch([of(9_000_000), of(9_000_000), of(2_000_001)])).toEqual({ why: 'together' })
    expect(tooMuch([of(10_000_000), of(10_000_000)])).toBeNull()
  })
})
