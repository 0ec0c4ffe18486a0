import { Parser } from 'htmlparser2'

/** Longest content of one name that is kept. */
const LONGEST = 2_000

/** Metas of a page: name in lower case → content, the first of each name and of `robots` all, because each of them holds, as far as its head goes. */
export function metasOf(html: string): Map<string, string> {
  const metas = new Map<string, string>()
  let done = false
  const parser = new Parser({
    onopentag(name, { name: given, content }) {
      if (name === 'body') done = true
      if (done || name !== 'meta' || given === undefined || content === undefined) return
      const key = given.trim().toLowerCase()
      const before = metas.get(key)
      if (before === undefined) metas.set(key, content.slice(0, LONGEST))
      else if (key === 'robots') metas.set(key, `${before}, ${content}`.slice(0, LONGEST))
    },
    onclosetag(name) {
      if (name === 'head') done = true
    },
  })
  parser.write(html)
  parser.end()
  return metas
}
