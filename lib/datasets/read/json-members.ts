/** A member of a JSON object: its name and the UTF-16 range of its value in the text. */
export type JsonMember = { name: string; start: number; end: number }

/**
 * The members of an object, in the order of the text and with those that share a name, which `JSON.parse` drops. Linear.
 *
 * @param text JSON that `JSON.parse` accepts
 * @param from where the object begins: spaces, then `{`
 */
export function jsonMembers(text: string, from = 0): JsonMember[] {
  const members: JsonMember[] = []
  let at = skipSpace(text, from) + 1
  for (;;) {
    at = skipSpace(text, at)
    if (text[at] !== '"') return members
    const nameEnd = stringEnd(text, at)
    const name: unknown = JSON.parse(text.slice(at, nameEnd))
    const start = skipSpace(text, skipSpace(text, nameEnd) + 1)
    const end = valueEnd(text, start)
    members.push({ name: String(name), start, end })
    at = skipSpace(text, end) + 1
  }
}

/**
 * The value at a path of members, as its range in the text. Where a name occurs twice the last one counts, as in `JSON.parse`.
 *
 * @returns undefined if there is none, or if something on the way is not an object
 */
export function jsonMember(text: string, path: readonly string[]): JsonMember | undefined {
  let at = 0
  let found: JsonMember | undefined
  for (const name of path) {
    if (text[skipSpace(text, at)] !== '{') return undefined
    found = jsonMembers(text, at).findLast((member) => member.name === name)
    if (!found) return undefined
    at = found.start
  }
  return found
}

function skipSpace(text: string, from: number): number {
  let at = from
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) break
  }
  return at
}

/** After the closing quote of the string that begins at `start`. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x5c) at++
    else if (unit === 0x22) return at + 1
  }
  return text.length
}

function valueEnd(text: string, start: number): number {
  const first = text[start]
  if (first === '"') return stringEnd(text, start)
  if (first === '{' || first === '[') return nestedEnd(text, start)
  let at = start
  while (at < text.length && !',}] \n\r\t'.includes(text[at] ?? '')) at++
  return at
}

function nestedEnd(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x22) at = stringEnd(text, at) - 1
    else if (unit === 0x7b || unit === 0x5b) depth++
    else if (unit === 0x7d || unit === 0x5d) depth--
    if (depth === 0) return at + 1
  }
  return text.length
}
