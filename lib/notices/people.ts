import type { Found, Party, Span } from './notice'
import { cut, firstLine, isBlackedOut } from './parts'
import { relationOf } from './relation'
import { lineSpans, type Section } from './sections'

const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/
const PHONE = /(?<![\w/.-])\+?\(?\d[\d ()./-]{6,20}\d(?![\w/-])/

const LABELS = {
  name: [
    'name',
    'full name',
    'legal name',
    'full legal name',
    'my name',
    'name and title',
    'vor- und nachname',
    'vollständiger name',
  ],
  email: ['email', 'e-mail', 'email address', 'e-mail address', 'mail', 'e-mail-adresse', 'from', 'von'],
  phone: [
    'phone',
    'telephone',
    'tel',
    'tel.',
    'phone number',
    'telephone number',
    'mobile',
    'cell',
    'cellphone',
    'cell phone',
    'telefon',
    'telefonnummer',
    'mobil',
    'handy',
  ],
  postal: [
    'address',
    'mailing address',
    'postal address',
    'physical address',
    'street address',
    'anschrift',
    'adresse',
    'postanschrift',
  ],
  represents: [
    'company',
    'company name',
    'organization name',
    'organisation',
    'organization',
    'rights holder',
    'copyright holder',
    'copyright owner',
    'copyright holder you represent',
    'name of injured party',
    'firma',
    'rechteinhaber',
    'auftraggeber',
  ],
} as const

type Field = keyof typeof LABELS

/** Who writes, by the labels and the answers of the letter. `said` is folded text without a form's questions. */
export function partyOf(text: string, said: string, sections: readonly Section[]): Party {
  const labelled = labelledIn(text)
  const contact = sections.filter(({ topic }) => topic === 'contact')
  return {
    name: labelled.name ?? introduced(text) ?? sender(text),
    email: withEmail(labelled.email) ?? firstEmail(text) ?? blackedOut(labelled.email),
    phone: labelled.phone ?? phoneIn(text, contact) ?? inProse(text, PHONE_SAID),
    postal: labelled.postal ?? postalIn(text, contact) ?? inProse(text, POSTAL_SAID),
    represents: labelled.represents ?? onBehalf(text),
    relation: relationOf(text, said, sections),
  }
}

/** Every line of the shape `Label: value`; a value may stand in the line below. The first of each field wins. */
function labelledIn(text: string): Record<Field, Found | null> {
  const found: Record<Field, Found | null> = {
    name: null,
    email: null,
    phone: null,
    postal: null,
    represents: null,
  }
  const lines = lineSpans(text)
  const parts: Found[] = []
  for (const [at, { start, end }] of lines.entries()) {
    const line = /^[ \t>*_+•-]{0,10}([\p{L}][\p{L} .'-]{1,40}?)[ \t*_]{0,4}[:：][ \t*_]{0,6}/u.exec(
      text.slice(start, Math.min(end, start + 80)),
    )
    if (!line) continue
    const label = (line[1] ?? '').toLowerCase().replace(/^(?:my|our|company|office|work|business) (?=\S)/, '')
    const from = start + line[0].length
    const value = cut(text, from, end, 0.9) ?? valueBelow(text, lines.slice(at + 1, at + 3))
    if (!value) continue
    if (/^(?:first|given|last|family|sur|vor|nach) ?name$/.test(label)) parts.push(value)
    const field = FIELDS.get(label)
    if (field && !found[field])
      found[field] = field === 'postal' ? withFurtherLines(text, value, lines, at) : value
  }
  const [first, last] = parts
  if (!found.name && first)
    found.name =
      last && !isBlackedOut(first.value)
        ? {
            value: `${first.value} ${last.value}`,
            span: { start: first.span.start, end: last.span.end },
            sure: 0.9,
          }
        : first
  return found
}

const FIELDS = new Map<string, Field>(
  (Object.keys(LABELS) as Field[]).flatMap((field) => LABELS[field].map((label) => [label, field] as const)),
)

function valueBelow(text: string, lines: readonly Span[]): Found | null {
  for (const { start, end } of lines) {
    const value = cut(text, start, end, 0.8)
    if (value) return /^[^:]{1,40}:(?!\/\/)/.test(value.value) ? null : value
  }
  return null
}

/** An address goes on in the lines below, until an empty one or another label. */
function withFurtherLines(text: string, first: Found, lines: readonly Span[], at: number): Found {
  let end = first.span.end
  for (const line of lines.slice(at + 1, at + 7)) {
    if (line.start <= first.span.start) continue
    const words = text.slice(line.start, line.end).trim()
    if (words === '' || /^[^:]{1,40}:/.test(words) || EMAIL.test(words)) break
    end = line.start + text.slice(line.start, line.end).trimEnd().length
  }
  return { ...first, value: text.slice(first.span.start, end), span: { start: first.span.start, end } }
}

function introduced(text: string): Found | null {
  const match =
    /(?:[Mm]y name is|[Ii]ch heiße|[Mm]ein Name ist|I, the undersigned,?|I am called)\s{1,4}((?:\[[^\]\n]{1,30}\])|\p{Lu}[\p{L}'.-]{0,30}(?: (?:(?:van|von|de|der|da|del|di|la|bin|al|zu) ){0,2}\p{Lu}[\p{L}'.-]{0,30}){0,3})/u.exec(
      text,
    )
  const value = match?.[1]?.trim()
  if (!match || !value || !/^[\p{Lu}[]/u.test(value)) return null
  const start = match.index + match[0].lastIndexOf(value)
  return { value, span: { start, end: start + value.length }, sure: 0.8 }
}

/** The name before the address in the head of a mail. */
function sender(text: string): Found | null {
  const match = /^(?:From|Von): {0,4}"?([^"<\n@]{2,80})"? {0,4}</m.exec(text.slice(0, 4_000))
  const value = match?.[1]?.trim()
  if (!match || !value) return null
  const start = match.index + match[0].indexOf(value)
  return { value, span: { start, end: start + value.length }, sure: 0.7 }
}

function withEmail(found: Found | null): Found | null {
  const match = found && EMAIL.exec(found.value)
  if (!found || !match) return null
  const start = found.span.start + match.index
  return { value: match[0], span: { start, end: start + match[0].length }, sure: found.sure }
}

const blackedOut = (found: Found | null) => (found && isBlackedOut(found.value) ? found : null)

function firstEmail(text: string): Found | null {
  const match = EMAIL.exec(text)
  return match
    ? { value: match[0], span: { start: match.index, end: match.index + match[0].length }, sure: 0.6 }
    : null
}

function phoneIn(text: string, contact: readonly Section[]): Found | null {
  for (const { answer } of contact) {
    const from = text.slice(answer.start, Math.min(answer.end, answer.start + 1_000))
    const match = PHONE.exec(from)
    const first = firstLine(text, answer, 0.6)
    if (!match && first && isBlackedOut(first.value)) return first
    if (!match || match[0].replace(/\D/g, '').length < 7) continue
    const start = answer.start + match.index
    return { value: match[0], span: { start, end: start + match[0].length }, sure: 0.8 }
  }
  return null
}

/** "My address is …", "call me on …". */
function inProse(text: string, pattern: RegExp): Found | null {
  const match = pattern.exec(text)
  const value = match?.[1]?.trim()
  if (!match || !value) return null
  const start = match.index + match[0].indexOf(value)
  return { value, span: { start, end: start + value.length }, sure: 0.6 }
}

const PHONE_SAID =
  /\b(?:(?:tele)?phone|mobile|cell|telefon|mobil|handy)(?:[- ]?(?:number|nummer))?(?: is| at| on|:| lautet| ist)? {0,3}(\[[^\]\n]{1,30}\]|\+?\(?\d[\d ()./-]{6,20}\d)/i
const POSTAL_SAID =
  /\b(?:(?:my|our|mailing|postal|physical|legal) address is|(?:i|we) (?:live|reside) (?:at|in)|(?:meine|unsere) (?:anschrift|adresse) (?:ist|lautet)|(?:ich wohne|wohnhaft) in)[:\s]{1,4}(\[[^\]\n]{1,30}\]|[^\n]{6,160})/i

/** The lines of the answer that are neither number nor mail; with a figure in one of them, they are where somebody lives. */
function postalIn(text: string, contact: readonly Section[]): Found | null {
  for (const { answer } of contact) {
    const end = Math.min(answer.end, answer.start + 800)
    const lines = lineSpans(text.slice(answer.start, end))
      .map((span) => cut(text, answer.start + span.start, answer.start + span.end, 0.6))
      .filter((line) => line !== null)
    const first = lines[0]
    if (first && isBlackedOut(first.value)) return { ...first, sure: 0.7 }
    const where = lines.filter(
      ({ value }) =>
        !EMAIL.test(value) &&
        value.replace(/[^\d]/g, '').length < 9 &&
        /\p{L}{2}/u.test(value) &&
        !/[?!]|\. /.test(value),
    )
    const [from, to] = [where[0], where.slice(0, 6).at(-1)]
    if (from && to && where.slice(0, 6).some(({ value }) => /\d/.test(value)))
      return {
        value: text.slice(from.span.start, to.span.end),
        span: { start: from.span.start, end: to.span.end },
        sure: 0.6,
      }
  }
  return null
}

function onBehalf(text: string): Found | null {
  const match =
    /\b(?:on behalf of(?: (?:our|my) client,?)?|we represent|im namen (?:von|der|des)|namens(?: und im auftrag)? (?:von|der|des)|in vertretung (?:von|der|des))\s{1,4}(\p{Lu}[^\n,;("“]{1,80}?)(?=[,;("“\n]|\.\s|\.$|$| (?:in connection|to notify|and|with|about|regarding|wegen|und)\b)/u.exec(
      text,
    )
  const value = match?.[1]?.trim()
  if (!match || !value) return null
  const start = match.index + match[0].indexOf(value)
  return { value, span: { start, end: start + value.length }, sure: 0.7 }
}
