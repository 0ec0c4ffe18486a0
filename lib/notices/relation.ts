import { phrase } from './fold'
import type { Found, Relation, Span } from './notice'
import type { Section } from './sections'

const AGENT = phrase(
  '(?:authori[sz]ed|engaged|retained|instructed)(?: and [a-z]+)? (?:\\S+ ){0,3}(?:to act|on behalf|by)|(?:i|we) (?:am |are )?(?:\\S+ ){0,2}(?:represent|attorneys?|counsel|an? agent)|on behalf of|agent for|attorney-at-law|my client|our client|bevollmächtigt|im namen (?:von|der|des)|mandant|rechtsanw[aä]lt',
)
const OWNER = phrase(
  "(?:i am|i'm|we are)(?: also)? (?:the )?(?:sole |original |exclusive |actual |legal )*(?:copyright |content |right ?s? ?)?(?:owners?|holders?|authors?|creators?)|own(?:ed|s)? by (?:me|us)|(?:my|our) (?:own )?(?:original )?(?:work|code|copyright|book|software|project|repositor|photo|picture|article|theme|app)|(?:i|we) (?:wrote|created|developed|made|published)|yes,? (?:the )?copyright (?:owner|holder)|(?:ich bin|wir sind)(?: \\S+){0,2} (?:urheber|rechteinhaber|autor)|mein(?:em|en|er|e)? (?:werk|buch|text|foto|bild|programm|artikel)",
)
/** What the law has both say: "the owner, or authorized to act on behalf of the owner". */
const EITHER = phrase(
  '(?:am|is|are) the (?:copyright )?owner,? or(?: am| is| an?)?[^.;!?]{0,40}?authori[sz]ed(?: agent)? to act on behalf of the[^.;!?]{0,20}?owner',
)

/** Whether the sender owns the work or speaks for who does: by the answer to that question, else by the letter. */
export function relationOf(text: string, said: string, sections: readonly Section[]): Found<Relation> | null {
  const answers = sections.filter(({ topic }) => topic === 'relation' || topic === 'authority')
  for (const { answer } of answers) {
    const given = relationIn(said, answer, 0.95)
    if (given) return given
  }
  return relationIn(said, { start: 0, end: text.length }, 0.7)
}

function relationIn(said: string, { start, end }: Span, sure: number): Found<Relation> | null {
  const part = said.slice(start, end).replace(EITHER, (both) => ' '.repeat(both.length))
  const [agent, owner] = [part.search(AGENT), part.search(OWNER)]
  if (agent === -1 && owner === -1) return null
  const value = agent !== -1 && (owner === -1 || agent < owner) ? 'agent' : 'owner'
  const at = value === 'agent' ? agent : owner
  const pattern = new RegExp(value === 'agent' ? AGENT.source : OWNER.source, 'y')
  pattern.lastIndex = at
  const length = pattern.exec(part)?.[0].length ?? 1
  return {
    value,
    span: { start: start + at, end: start + at + length },
    sure: agent !== -1 && owner !== -1 ? sure - 0.2 : sure,
  }
}
