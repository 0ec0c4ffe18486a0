/**
 * Whether a pattern of robots.txt or a TDMRep file is about a path (RFC 9309 §2.2.3): it holds from the beginning, `*` is anything, `$` at its
 * end is the end. Linear: each part is looked for once, from where the one before it ended.
 */
export function matchesPath(pattern: string, path: string): boolean {
  const whole = pattern.endsWith('$')
  const parts = (whole ? pattern.slice(0, -1) : pattern).split('*')
  const [first = '', ...rest] = parts
  if (!path.startsWith(first)) return false
  let at = first.length
  for (const [i, part] of rest.entries()) {
    if (whole && i === rest.length - 1) return path.length - part.length >= at && path.endsWith(part)
    const found = path.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return !whole || at === path.length
}
