// The web process: Next behind our own HTTP server, for what `next start` cannot do. It says who the peer is
// (rate limits stand on that), it believes X-Forwarded-* only if the operator has named a proxy, and it lets a route say
// how long its body is and how it is encoded. Plain JavaScript: Next brings its own compiler, and the flags of our
// TypeScript runs would break its server rendering.
import { createServer } from 'node:http'
import path from 'node:path'
import next from 'next'
import { reader } from '../i18n/reader.mjs'
import { refusesBody } from './body-limit.mjs'
import { drawNothingHere } from './drawn.mjs'
import { cleanHeaders } from './forwarded.mjs'
import { restoreFraming } from './framing.mjs'

const dev = process.argv.includes('--dev')
const hostname = process.env.HOST || '127.0.0.1'
const port = Number(process.env.PORT || 3000)
const proxies = Number(process.env.TRUSTED_PROXIES || 0)

// An upload of many gigabytes may take an hour; headers still have to arrive within a minute.
const server = createServer({ requestTimeout: 3_600_000, headersTimeout: 60_000, keepAliveTimeout: 65_000 })
const app = next({ dev, dir: path.resolve(import.meta.dirname, '../..'), hostname, port, httpServer: server })

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop)
process.on('disconnect', stop) // the launcher is gone, even if it was killed: do not hold its port

await app.prepare()
const handle = app.getRequestHandler()
server.on('request', (request, response) => {
  cleanHeaders(request, proxies)
  if (refusesBody(request, response, proxies)) return
  restoreFraming(response)
  drawNothingHere(request, response, port)
  // Whom the library speaks to, for as long as this request is worked on.
  reader.run(request.headers, () => handle(request, response))
})
server.on('error', (error) => {
  console.error(`web: ${error.message}`)
  process.exit(1)
})
server.listen(port, hostname)

let stopping = false

/** Lets running requests end, for three seconds. */
function stop() {
  if (stopping) return
  stopping = true
  server.close(() => process.exit(0))
  server.closeIdleConnections()
  setTimeout(() => server.closeAllConnections(), 3_000).unref()
  setTimeout(() => process.exit(0), 4_000).unref()
}
