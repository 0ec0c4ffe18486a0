// Next drops Content-Length and Content-Encoding of a route's answer, because a body that `fetch` decoded no longer fits
// them. Ours are right, so a route says them a second time under these names, and our server puts them back.
const ALIASES = {
  'x-winnow-content-length': 'content-length',
  'x-winnow-content-encoding': 'content-encoding',
}

/**
 * Renames the headers at the last moment: also an answer without an explicit head passes through `writeHead`. Where Next has
 * just decided to compress the body itself, which it does for text, the length is no longer true and goes.
 */
export function restoreFraming(response) {
  const { writeHead } = response
  response.writeHead = function (...args) {
    const isCompressed = response.hasHeader('content-encoding')
    for (const [alias, name] of Object.entries(ALIASES)) {
      const value = response.getHeader(alias)
      if (value === undefined) continue
      response.removeHeader(alias)
      if (!isCompressed) response.setHeader(name, value)
    }
    return writeHead.apply(response, args)
  }
}
