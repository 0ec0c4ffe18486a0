/** What an address of this instance leads to: an item by its digest, the item of a case, or a row of a revision (from 0). */
export type OwnLink = { slug: string } & (
  | { to: 'item'; digest: string }
  | { to: 'case'; caseId: string }
  | { to: 'row'; revision: number; file: string; row: number }
)

const ITEM = /^\/datasets\/([^/]+)\/items\/([0-9a-f]{64})\/?$/
const CASE = /^\/triage\/([^/]+)\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\/?$/
const ROW = /^\/datasets\/([^/]+)\/revisions\/(\d{1,9})\/?$/

/** Reads such an address, without its origin. Null for one that leads to no single item. */
export function readOwnLink(link: string): OwnLink | null {
  const [, path = '', query = ''] = /^([^?#]*)(?:\?([^#]*))?/.exec(link) ?? []
  const [, ofItem, digest] = ITEM.exec(path) ?? []
  if (ofItem && digest) return { slug: ofItem, to: 'item', digest }
  const [, ofCase, caseId] = CASE.exec(path) ?? []
  if (ofCase && caseId) return { slug: ofCase, to: 'case', caseId }
  const [, slug, revision] = ROW.exec(path) ?? []
  const asked = new URLSearchParams(query)
  const [file, row] = [asked.get('file'), asked.get('row') ?? '']
  if (!slug || !revision || !file || !/^\d{1,15}$/.test(row)) return null
  return { slug, to: 'row', revision: Number(revision), file, row: Number(row) }
}
