import { phrase } from './fold'
import type { RawLink } from './links'
import type { Link, LinkRole, NoticeType } from './notice'
import type { Topic } from './questions'
import type { Section } from './sections'

/** What an address in the answer to a question is. Other answers only mention theirs. */
const ROLE_OF_TOPIC: Partial<Record<Topic, LinkRole>> = {
  material: 'material',
  removed_material: 'material',
  forks: 'fork',
  work: 'work',
  work_url: 'work',
}

type Cue = { role: LinkRole; pattern: RegExp }

const cue = (role: LinkRole, ...sources: string[]): Cue[] =>
  sources.map((source) => ({ role, pattern: phrase(source) }))

/** Words before an address that say what it is, on folded text; the last before the address decides. */
const CUES: readonly Cue[] = [
  ...cue(
    'material',
    'infring(?:ing|es|ed|ement)',
    'unauthori[sz]ed',
    'illegal(?:ly)?',
    'pirated?',
    '(?:remove|delete|disable|take ?down|taken down|takedown|removal|removed|disabled|deleted|blocked)',
    '(?:restor|reinstat|re-?enabl|brought back|bring back|put back|retract|withdraw|rescind)[a-z]*',
    'located at',
    'copied (?:to|in|on|into)',
    'reproduced',
    'repositor(?:y|ies)(?: \\S+){0,6} ?:',
    'following (?:link|url|repositor|page|file|location|website|address)',
    'stolen',
    'violat(?:es?|ing|ion)',
    '(?:verletz|entfern|lösch|sperr|rechtswidrig|wiederherstell|folgende)[a-zäöü]*',
  ),
  ...cue(
    'work',
    'original(?:ly)?(?: \\S+){0,4}',
    "(?:complainant|claimant|plaintiff|company|their|his|her)(?:'s)? (?:own )?(?:original )?(?:website|site|product|repository|repo|project|code|software|package)",
    '(?:of|is|are) (?:theirs|his|hers)',
    'official (?:website|site|repositor|page|distribution)',
    '(?:for sale|available|published|purchased?|downloaded|found|sold|seen|bought) (?:at|on|from|here|under|by us|by me)',
    'authori[sz]ed (?:example|cop|version|source)',
    'copyrighted (?:work|material)s?(?: \\S+){0,3} :',
    '(?:from|copied from|taken from|stolen from|based on|forked from|fork of|copy of|derived from|belonging to)(?: (?:the|our|my|this))? ?\\(?',
    'licen[sc](?:e|ing)(?: terms)?',
    '(?:zu finden|erschienen|erhältlich|veröffentlicht) (?:unter|auf|bei|in)',
    '(?:allegedly )?infringed work',
  ),
  ...cue(
    'mention',
    'screen ?shots?',
    'pull requests?',
    '(?:evidence|proof|beweis)',
    "(?:user|owner|author|infringer|account|profile)(?:'s)?(?: \\S+){0,3}:",
    '(?:policy|policies|guide|terms of (?:service|use)|richtlinien?)',
    'commits?',
    'video',
    'company',
    'sincerely|regards|grüß',
    'see (?:also )?(?:the )?(?:page|article|blog|post)',
  ),
  ...cue(
    'notice',
    '(?:in response to|with regard to|posted at|notice at|published at|regarding the)(?: \\S+){0,6} notice[^.]{0,30}',
  ),
]

/** Only who asks for a removal calls the original "my repository": for the others it is what was removed. */
const OWN: readonly Cue[] = cue(
  'work',
  '(?:our|my) (?:own )?(?:official )?(?:website|site|product|repository|repo|page|web ?page|store|shop|app|book|software|work|project|code|package|library|course)',
  '(?:unsere?|meine?)[a-z]? (?:eigene[a-z]* )?(?:webseite|website|seite|produkt|repository|buch|software|werk|projekt|bibliothek)',
)

type Marked = { at: number; role: LinkRole }

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
  const marks = marked(folded, type === 'takedown' ? [...CUES, ...OWN] : CUES)
  const answers = new Answers(sections)
  const asked = sections.some(({ topic }) => topic === 'material' || topic === 'removed_material')
  const roled: Link[] = []
  let mark = 0
  for (const link of links) {
    while (mark < marks.length && (marks[mark]?.at ?? 0) <= link.span.start) mark++
    const before = marks[mark - 1]
    const previous = roled.at(-1)
    const known = standing(link)
    const topic = answers.at(link.span.start)
    if (known) roled.push({ ...link, role: known, sure: 0.95 })
    else if (asked && topic !== null) {
      roled.push({ ...link, role: ROLE_OF_TOPIC[topic] ?? 'mention', sure: 0.95 })
    } else roled.push({ ...link, ...byWords(text, link, { before, previous, topic }) })
  }
  return type === 'retraction' ? keptApart(folded, settled(roled)) : settled(roled)
}

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
  return place.kind === 'account' ? 'mention' : null
}

function byWords(
  text: string,
  link: RawLink,
  {
    before,
    previous,
    topic,
  }: { before: Marked | undefined; previous: Link | undefined; topic: Topic | null },
): { role: LinkRole; sure: number } {
  const from = Math.max(link.span.start - REACH, previous?.span.end ?? 0)
  if (before && before.at > from && speaksOf(text, before, link)) return { role: before.role, sure: 0.8 }
  const between = previous ? text.slice(previous.span.end, link.span.start) : ''
  if (previous && goesOn(previous, between)) return { role: previous.role, sure: previous.sure * 0.95 }
  const fromTopic = topic === null ? undefined : ROLE_OF_TOPIC[topic]
  return fromTopic ? { role: fromTopic, sure: 0.8 } : { role: 'material', sure: 0.5 }
}

/**
 * People write to a host about what it hosts: that an address there is the writer's own, or only mentioned, must be said in the same
 * sentence and close to it.
 */
function speaksOf(text: string, { at, role }: Marked, { span, place }: RawLink): boolean {
  if (role === 'material' || place.kind === 'page') return true
  const between = text.slice(at, span.start)
  return between.length <= NEAR && !/\n\s*\n|[.!?]\s/.test(between)
}

const NEAR = 80

/** The next line of a list is what the line before it is. */
function goesOn({ role, place }: Link, between: string): boolean {
  if (role === 'notice' || place.kind === 'account') return false
  const words = between.replace(/[\s\d.)(*#-]+/g, '').length
  return words < (role === 'material' || role === 'fork' ? 80 : 8)
}

function marked(folded: string, cues: readonly Cue[]): Marked[] {
  const marks: Marked[] = []
  for (const { role, pattern } of cues)
    for (const match of folded.matchAll(pattern)) marks.push({ at: match.index + match[0].length, role })
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

const EXCEPT = phrase(
  '(?:except(?:ing| for)?|with the exception of|other than|all but|apart from|not (?:retract|withdraw|include)[a-z]*|mit ausnahme|ausgenommen|außer)',
)

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

  at(place: number): Topic | null {
    while (this.next < this.sections.length && (this.sections[this.next]?.answer.end ?? 0) <= place)
      this.next++
    const section = this.sections[this.next]
    return section && place >= section.question.start ? section.topic : null
  }
}
