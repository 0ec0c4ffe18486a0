import { isPlaceholder } from '@/lib/takedowns/placeholders'
import { AFTER, type Cue, CUES_OF, EXCEPT, type Reach } from './cues'
import { blank } from './fold'
import { beginsItem, goesOn, HEADED, wordsEnd } from './lists'
import type { RawLink } from './links'
import type { Link, LinkRole, NoticeType } from './notice'
import type { Topic } from './questions'
import type { Section } from './sections'
import { columnRoles } from './tables'

/** What an address in the answer to a question is. Other answers only mention theirs. */
const ROLE_OF_TOPIC: Partial<Record<Topic, LinkRole>> = {
  material: 'material',
  removed_material: 'material',
  forks: 'fork',
  work: 'work',
  work_url: 'work',
}

type Marked = { at: number; role: LinkRole; reach: Reach }

/** Text before an address in which words about it are looked for, in UTF-16 units. */
const REACH = 320

/** Gives every address its role: by the question that it answers, or in a free letter by the words before it. */
export function withRoles(
  text: string,
  folded: string,
  links: readonly RawLink[],
  sections: readonly Section[],
  type: NoticeType,
): Link[] {
  // Addresses hold words that say nothing of the next one. A line end is no sign of any cue.
  const spans = links.map(({ span }) => span)
  const marks = marked(blank(folded, spans, '\n'), CUES_OF[type])
  const columns = columnRoles(text, folded, links)
  const answers = new Answers(sections)
  const asked = sections.some(({ topic }) => topic === 'material' || topic === 'removed_material')
  const roled: Link[] = []
  let mark = 0
  let head: Link | undefined
  for (const link of links) {
    while (mark < marks.length && (marks[mark]?.at ?? 0) <= link.span.start) mark++
    const before = marks[mark - 1]
    const last = roled.at(-1)
    const broken = last !== undefined && text.slice(last.span.end, link.span.start).includes('\n')
    const previous = broken && head && beginsItem(text, head) && beginsItem(text, link) ? head : last
    const section = answers.at(link.span.start)
    const known = standing(link) ?? (isPicture(text, link) ? 'mention' : columns.get(link))
    const said =
      (known && { role: known, sure: 0.95 }) ??
      (asked ? answered(folded, link, section, before) : null) ??
      byWords(text, link, { type, before, last, previous, topic: section?.topic ?? null })
    roled.push({ ...link, ...said })
    if (!head || broken) head = roled.at(-1)
  }
  return type === 'retraction' ? keptApart(folded, settled(roled)) : settled(roled)
}

type Said = { role: LinkRole; sure: number }

/** Addresses that are the same in every letter: the host's own rules, and a register of notices. */
function standing({ url, place }: RawLink): LinkRole | null {
  if (/^github\.com\/github\/dmca$|(?:^|\.)lumendatabase\.org|(?:^|\.)chillingeffects\.org/.test(place.key))
    return 'notice'
  if (/^https?:\/\/(?:help|docs|support|policies)\./i.test(url)) return 'mention'
  if (/^(?:[a-z]{2,3}\.wikipedia\.org|(?:www\.)?copyright\.gov|law\.cornell\.edu)/.test(place.key))
    return 'mention'
  if (
    /^github\.com\/(?:about|contact|features|login|pricing|search|security|settings|site)\b/.test(place.key)
  )
    return 'mention'
  const [, ...name] = place.key.split('/')
  if (place.kind === 'repository' && isPlaceholder(name.join('/'))) return 'mention'
  return place.kind === 'account' ? 'mention' : null
}

/** By the question whose answer it stands in. Words right before an address say more than a label above it. */
function answered(
  folded: string,
  { span }: RawLink,
  section: Section | null,
  before: Marked | undefined,
): Said | null {
  if (!section || (section.label && before && span.start - before.at < 8)) return null
  const role = ROLE_OF_TOPIC[section.topic] ?? 'mention'
  const copied =
    role === 'material' && COPIED_FROM.test(folded.slice(Math.max(0, span.start - 60), span.start))
  return copied ? { role: 'work', sure: 0.8 } : { role, sure: 0.95 }
}

/** Right before an address among the answers: what the material was copied from. */
const COPIED_FROM =
  /(?:copied|taken|stolen|lifted|derived|kopiert|übernommen) (?:from|von|aus)(?: (?:the|our|my|meinem|unserem))?(?: original)?(?: repository| repo| project)?[ :(]{1,3}$/

type Around = {
  type: NoticeType
  before: Marked | undefined
  /** The address before this one; and the one that it goes on from: the first of the line before, where both begin an item of a list. */
  last: Link | undefined
  previous: Link | undefined
  topic: Topic | null
}

function byWords(text: string, link: RawLink, { type, before, last, previous, topic }: Around): Said {
  const after = type === 'takedown' ? text.slice(link.span.end, link.span.end + NEAR) : ''
  const cue = AFTER.find(({ says }) => says.test(after))
  if (cue) return { role: cue.role, sure: 0.8 }
  const from = Math.max(link.span.start - REACH, wordsEnd(text, last, link))
  if (before && before.at > from && speaksOf(text, before, link)) return { role: before.role, sure: 0.8 }
  if (SIGNED.test(text.slice(Math.max(0, link.span.start - 240), link.span.start)))
    return { role: 'mention', sure: 0.6 }
  if (last?.role === 'work' && COPIED_TO.test(text.slice(last.span.end, link.span.start)))
    return { role: 'material', sure: 0.7 }
  if (previous && goesOn(text, previous, link)) return { role: previous.role, sure: previous.sure * 0.95 }
  const fromTopic = topic === null ? undefined : topic === 'aside' ? 'mention' : ROLE_OF_TOPIC[topic]
  return fromTopic ? { role: fromTopic, sure: 0.8 } : { role: 'material', sure: 0.5 }
}

/** "Copied … to …", "uploaded … as …". */
const COPIED_TO = /^[>)\]"'*_`]{0,4}\s(?:in)?(?:to|as|nach|auf)[\s:<([*_"'`]{1,4}$/i

/** The lines below a greeting, up to an empty one: whose they are, and where else they are to be found. */
const SIGNED =
  /(?:^|\n)[>\s*_]*(?:[a-zäöüß]{1,12} ){0,3}(?:sincerely|regards|wishes|grüßen|grüße|gruß)[,.!*_]{0,4}[ \t]*\n(?:[^\n]{1,80}\n){0,5}[^\n]{0,40}$/i

/**
 * People write to a host about what it hosts: that an address there is the writer's own, or only mentioned, must be said in the same
 * sentence and close to it, or right above its list.
 */
function speaksOf(text: string, { at, role, reach }: Marked, { span, place }: RawLink): boolean {
  if (role === 'material') return true
  const between = text.slice(at, span.start)
  if (reach === 'page' && place.kind !== 'page') return false
  if (reach === 'next' || reach === 'page') return /^[\s*_"'`<([]{0,6}$/.test(between)
  if (place.kind === 'page') return true
  if (between.length > NEAR) return false
  if (role === 'work' && /^[\s>]+(?:[-*•+–]\s|\(?\d{1,3}[.)]\s)?[\s*_<([`"']{0,4}$/.test(between)) return true
  return !/\n\s*\n|[.!?]\s/.test(between) || (reach === 'list' && HEADED.test(text.slice(at - 1, span.start)))
}

const NEAR = 80

/** A picture in the letter shows something, and is not what the letter is about: of Markdown, of HTML, and as mail programs write one in plain text. */
function isPicture(text: string, { url, span: { start, end } }: RawLink): boolean {
  const before = text.slice(Math.max(0, start - 320), start)
  if (/!\[[^\]\n]*\]\(<?$|<img\b[^<>]*$/i.test(before)) return true
  const alone = text.charAt(start - 1) === '[' && text.charAt(end) === ']' && text.charAt(end + 1) !== '('
  return alone && /\.(?:png|jpe?g|gif|webp|svg|bmp)(?:[?#]|$)/i.test(url)
}

function marked(folded: string, cues: readonly Cue[]): Marked[] {
  const marks: Marked[] = []
  for (const { role, reach, pattern } of cues)
    for (const match of folded.matchAll(pattern))
      marks.push({ at: match.index + match[0].length, role, reach })
  return marks.sort((a, b) => a.at - b.at)
}

/**
 * A thing that a letter names as infringing stays so where it is only mentioned later. A letter whose every address is something else has its
 * material among those: then what it calls its own work stays that, and the rest is what it is about.
 */
function settled(links: readonly Link[]): Link[] {
  const isMaterial = ({ role }: Link) => role === 'material' || role === 'fork'
  if (links.some((link) => isMaterial(link) && link.place.kind !== 'page')) return [...links]
  const hosted = links.filter(
    ({ place, role }) => place.kind !== 'page' && place.kind !== 'account' && role !== 'notice',
  )
  const candidates = hosted.filter(({ role }) => role !== 'work')
  const chosen = new Set(candidates.length > 0 ? candidates : links.some(isMaterial) ? [] : hosted)
  return links.map((link) => (chosen.has(link) ? { ...link, role: 'material', sure: 0.4 } : link))
}

/** "All except …": what stands behind the word, up to the end of its list, stays removed. */
function keptApart(folded: string, links: readonly Link[]): Link[] {
  const at = folded.search(EXCEPT)
  if (at === -1) return [...links]
  return links.map((link) =>
    link.span.start > at && (link.role === 'material' || link.role === 'fork')
      ? { ...link, role: 'kept' }
      : link,
  )
}

/** Which answer a place in the text belongs to; asked in the order of the text. */
class Answers {
  private next = 0

  constructor(private readonly sections: readonly Section[]) {}

  at(place: number): Section | null {
    while (this.next < this.sections.length && (this.sections[this.next]?.answer.end ?? 0) <= place)
      this.next++
    const section = this.sections[this.next]
    return section && place >= section.question.start ? section : null
  }
}
