import { fold, phrase } from './fold'
import type { Element, ElementId, Found, Link, Notice, NoticeType, Party, Span } from './notice'
import { isBlackedOut } from './parts'

/** What each type of letter has to hold, in the order of its law. */
export const ELEMENTS = {
  takedown: [
    { id: 'signature', law: '17 U.S.C. § 512(c)(3)(A)(i)' },
    { id: 'work', law: '17 U.S.C. § 512(c)(3)(A)(ii)' },
    { id: 'material', law: '17 U.S.C. § 512(c)(3)(A)(iii)' },
    { id: 'contact', law: '17 U.S.C. § 512(c)(3)(A)(iv)' },
    { id: 'good_faith', law: '17 U.S.C. § 512(c)(3)(A)(v)' },
    { id: 'accuracy', law: '17 U.S.C. § 512(c)(3)(A)(vi)' },
  ],
  counternotice: [
    { id: 'signature', law: '17 U.S.C. § 512(g)(3)(A)' },
    { id: 'removed_material', law: '17 U.S.C. § 512(g)(3)(B)' },
    { id: 'mistake', law: '17 U.S.C. § 512(g)(3)(C)' },
    { id: 'address_and_phone', law: '17 U.S.C. § 512(g)(3)(D)' },
    { id: 'jurisdiction', law: '17 U.S.C. § 512(g)(3)(D)' },
    { id: 'service', law: '17 U.S.C. § 512(g)(3)(D)' },
  ],
  retraction: [
    { id: 'request', law: null },
    { id: 'signature', law: null },
  ],
  reversal: [{ id: 'request', law: null }],
} as const satisfies Record<NoticeType, readonly { id: ElementId; law: string | null }[]>

const PERJURY = phrase(
  'penalty of perjury|penalties of perjury|an eides ?statt|eidesstattlich|strafandrohung|meineids?',
)

/** The declarations, on folded text without the questions of a form. */
const DECLARED: Partial<Record<ElementId, { pattern: RegExp; underPerjury: boolean }>> = {
  good_faith: {
    pattern: phrase(
      '(?:good[ -]?faith|sincere(?:ly)?|reasonabl[ey]|honest(?:ly)?)(?: and reasonabl[ey])?,? (?:belief|believe)|in gutem glauben|gutgläubig|nach bestem wissen|guten glaubens',
    ),
    underPerjury: false,
  },
  accuracy: {
    pattern: phrase(
      '(?:information|notice|notification|statements?|foregoing|contents?)[^;!?]{0,120}?(?:accurate|true|correct)|(?:angaben|informationen)[^;!?]{0,120}?(?:richtig|zutreffend|korrekt|wahr)',
    ),
    underPerjury: true,
  },
  mistake: {
    pattern: phrase('mistake[a-z]*|misidentif[a-z]+|irrtum[a-z]*|irrtümlich[a-z]*|verwechs[a-z]+|fehlers?'),
    underPerjury: true,
  },
  jurisdiction: {
    pattern: phrase(
      'consents? to (?:the )?(?:[a-z]+ ){0,4}jurisdiction|(?:gerichtsbarkeit|zuständigkeit)(?: \\S+){0,8} gericht',
    ),
    underPerjury: false,
  },
  service: {
    pattern: phrase(
      '(?:accept|agree to|consent to|acceptance of)(?: \\S+){0,6} (?:service of (?:\\S+ )?process|service from)|zustellung[a-z]*',
    ),
    underPerjury: false,
  },
}

export type Read = {
  type: NoticeType
  said: string
  links: readonly Link[]
  places: readonly string[]
  works: readonly Found[]
  party: Party
  signature: Found | null
}

/** Which elements a letter holds. A declaration that has to be made under penalty of perjury is missing without those words. */
export function elementsOf(read: Read): Element[] {
  return ELEMENTS[read.type].map(({ id }) => elementOf(id, read))
}

/** Those of `notice` that a letter of `type` has to hold, with the law that wants them: what a person says a letter is wins over how it was read. */
export function elementsIn(notice: Notice, type: NoticeType): (Element & { law: string | null })[] {
  const read =
    type === notice.type.value ? notice.elements : elementsOf({ ...notice, type, said: fold(notice.text) })
  return read.map((element) => ({ ...element, law: lawOf(type, element.id) }))
}

const lawOf = (type: NoticeType, id: ElementId): string | null =>
  ELEMENTS[type].find((element) => element.id === id)?.law ?? null

function elementOf(id: ElementId, read: Read): Element {
  const { signature, party, works, links } = read
  switch (id) {
    case 'signature':
      return from(id, signature)
    case 'work':
      return from(id, works[0] ?? linkOf(links, 'work'))
    case 'material':
    case 'removed_material':
      return from(id, linkOf(links, 'material') ?? linkOf(links, 'fork'))
    case 'request':
      return from(id, linkOf(links, 'notice') ?? linkOf(links, 'material') ?? linkOf(links, 'kept'))
    case 'contact':
      return from(id, party.postal ?? party.phone ?? party.email)
    case 'address_and_phone':
      return party.postal && party.phone ? from(id, party.postal) : absent(id)
    default:
      return declared(id, read.said)
  }
}

function declared(id: ElementId, said: string): Element {
  const wanted = DECLARED[id]
  const perjury = wanted?.underPerjury ? firstOf(PERJURY, said) : undefined
  if (!wanted || perjury === null) return absent(id)
  const span = firstOf(wanted.pattern, said, perjury ? Math.max(0, perjury.start - 600) : 0)
  if (!span) return absent(id)
  const near = !perjury || Math.abs(span.start - perjury.start) < 600
  return { id, state: 'present', span, sure: near ? 0.95 : 0.5 }
}

function from(id: ElementId, found: { value: string; span: Span; sure: number } | null): Element {
  if (!found) return absent(id)
  const { value, span, sure } = found
  return { id, state: isBlackedOut(value) ? 'blacked_out' : 'present', span, sure }
}

const absent = (id: ElementId): Element => ({ id, state: 'missing', span: null, sure: 0.8 })

function linkOf(
  links: readonly Link[],
  role: Link['role'],
): { value: string; span: Span; sure: number } | null {
  const link = links.find((candidate) => candidate.role === role)
  return link ? { value: link.url, span: link.span, sure: link.sure } : null
}

function firstOf(pattern: RegExp, text: string, from = 0): Span | null {
  pattern.lastIndex = from
  const match = pattern.exec(text)
  return match ? { start: match.index, end: match.index + match[0].length } : null
}
