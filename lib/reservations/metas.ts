import { Parser } from 'htmlparser2'

/** Metas of a page: name in lower case → content, the first of each name, as far as its head goes. */
export function metasOf(html: string): Map<string, string> {
  const metas = new Map<string, string>()
  let done = false
  const parser = new Parser({
    onopentag(name, { name: given, content }) {
      if (name === 'body') done = true
      if (done || name !== 'meta' || given === undefined || content === undefined) return
      const key = given.trim().toLowerCase()
      if (!metas.has(key)) metas.set(key, content.slice(0, 2_000))
    },
    onclosetag(name) {
      if (name === 'head') done = true
    },
  })
  parser.write(html)
  parser.end()
  return metas
}
