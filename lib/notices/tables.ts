import type { RawLink } from './links'
import type { LinkRole, Span } from './notice'
import { lineSpans } from './sections'

/** What the head of a column says of the addresses below it, on folded text; the first that fits. */
const HEADS: readonly { role: LinkRole; says: RegExp }[] = [
  {
    role: 'work',
    says: /\b(?:original|official|authentic|genuine|legitimate|owned|own|my|our|source|werk|(?:fork|copi|tak|deriv)\w* (?:from|of))/,
  },
  {
    role: 'material',
    says: /infring|unauthori|cop(?:y|ies)\b|pirat|stolen|offend|violat|remove|verletz|kopie/,
  },
  { role: 'material', says: /\b(?:repositor|repo\b|url|link|fork|location|address|fundstelle)/ },
]

/** What parts the cells of a line: of Markdown, of what a spreadsheet pastes, of CSV, arrows from one to the other, and room between them. */
const SIGNS: readonly RegExp[] = [/\|/, /\t/, /->|=>|→/, / {3,}/, /;/, /,/]
const LONGEST_LINE = 4_000
const LONGEST_HEAD = 40

type Heads = { sign: RegExp; roles: readonly (LinkRole | undefined)[] }

/**
 * The role of every address in a table, by the head of its column. Only where the head of one column says that it has the originals and
 * that of another that it has their copies, and up to the first line that is no row of it.
 */
export function columnRoles(text: string, folded: string, links: readonly RawLink[]): Map<RawLink, LinkRole> {
  const roles = new Map<RawLink, LinkRole>()
  let heads: Heads | null = null
  let next = 0
  for (const { start, end } of lineSpans(text)) {
    const inLine: RawLink[] = []
    for (let link = links[next]; link && link.span.start < end; link = links[++next]) inLine.push(link)
    const line = text.slice(start, Math.min(end, start + LONGEST_LINE))
    if (inLine.length === 0)
      heads = headsOf(text, folded, { start, end }) ?? (isRow(line, heads) ? heads : null)
    else if (!isRow(line, heads)) heads = null
    if (heads === null) continue
    for (const link of inLine) {
      const role = heads.roles[line.slice(0, link.span.start - start).split(heads.sign).length - 1]
      if (role) roles.set(link, role)
    }
  }
  return roles
}

const isRow = (line: string, heads: Heads | null) =>
  heads !== null && line.split(heads.sign).length >= heads.roles.length

/** Null where a line is no head of such a table. */
function headsOf(text: string, folded: string, { start, end }: Span): Heads | null {
  if (end - start > LONGEST_LINE) return null
  const line = text.slice(start, end)
  const sign = SIGNS.find((one) => one.test(line))
  if (sign === undefined) return null
  const cells: string[] = []
  let at = start
  for (const { index, 0: parted } of line.matchAll(new RegExp(sign, 'g'))) {
    cells.push(folded.slice(at, start + index).trim())
    at = start + index + parted.length
  }
  cells.push(folded.slice(at, end).trim())
  if (cells.some((cell) => cell.length > LONGEST_HEAD)) return null
  const roles = cells.map((cell) => HEADS.find(({ says }) => says.test(cell))?.role)
  return roles.includes('work') && roles.includes('material') ? { sign, roles } : null
}
