import PostalMime from 'postal-mime'

/** The most that is read of one letter, in bytes. */
export const MAX_LETTER = 1_000_000

/** Depth of parts within parts and bytes of headers: beyond them a mail is refused, which RFC 2046 never needs. */
const LIMITS = { maxNestingDepth: 12, maxHeadersSize: 64 * 1024 }

export type Letter = { text: string } | { refused: 'too_long' | 'not_text' | 'no_text' }

/**
 * What stands in a file or a pasted text: plain text as it is, of a mail (RFC 5322) its sender, date, subject and plain text. What kind it is
 * is read from its bytes, never from a name. Attachments are not opened; of a mail that has only HTML the text is taken, and nothing of
 * it is ever drawn.
 */
export async function letterOf(bytes: Uint8Array): Promise<Letter> {
  if (bytes.length > MAX_LETTER) return { refused: 'too_long' }
  const text = decoded(bytes)
  if (text === null) return { refused: 'not_text' }
  if (!looksLikeMail(text)) return text.trim() === '' ? { refused: 'no_text' } : { text }
  return mailText(bytes, text)
}

/** UTF-8, UTF-16 with its mark, else Windows-1252, which has no invalid bytes; null for what is no text at all. */
function decoded(bytes: Uint8Array): string | null {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return plain(new TextDecoder('utf-16le').decode(bytes))
  if (a === 0xfe && b === 0xff) return plain(new TextDecoder('utf-16be').decode(bytes))
  try {
    return plain(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return plain(new TextDecoder('windows-1252').decode(bytes))
  }
}

/** Programs, pictures and archives have control characters that no text has. */
function plain(text: string): string | null {
  return /[\u0000-\u0008\u000e-\u001a]/.test(text) ? null : text.replace(/^\ufeff/, '')
}

/** Two header fields of mail in the first lines, at least one of which only mail has. */
function looksLikeMail(text: string): boolean {
  const head = text.slice(0, 8_000).split(/\r?\n\r?\n/, 1)[0] ?? ''
  const fields = [...head.matchAll(/^([A-Za-z][A-Za-z-]{1,40}):[ \t]/gm)].map((match) =>
    match[1]?.toLowerCase(),
  )
  const own = ['message-id', 'mime-version', 'received', 'return-path', 'content-type', 'delivered-to']
  return fields.length >= 2 && fields.some((field) => field !== undefined && own.includes(field))
}

async function mailText(bytes: Uint8Array, whole: string): Promise<Letter> {
  try {
    const mail = await PostalMime.parse(bytes, LIMITS)
    const body = mail.text?.trim() || withoutTags(mail.html ?? '')
    if (body === '') return { refused: 'no_text' }
    const { from, subject, date } = mail
    const head = [
      from?.address ? `From: ${from.name ? `${from.name} ` : ''}<${from.address}>` : '',
      date ? `Date: ${date}` : '',
      subject ? `Subject: ${subject}` : '',
    ]
    return { text: `${head.filter((line) => line !== '').join('\n')}\n\n${body}` }
  } catch {
    // A broken mail is still words that somebody wrote: they are read as they stand.
    return { text: whole }
  }
}

/** Words of HTML for reading only: nothing that comes out is ever put into a page as HTML. */
function withoutTags(html: string): string {
  const words = html
    .replace(/<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6])\b[^<>]{0,200}>/gi, '\n')
    .replace(/<[^<>]{0,2000}>/g, ' ')
  return words
    .replace(/&(nbsp|amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? ' ')
    .replace(/[ \t]{2,}/g, ' ')
    .trim()
}

const ENTITIES: Partial<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
}
