import { createServer } from 'node:http'
import { GET as checkpoint } from '@/app/log/checkpoint/route'
import { GET as tile } from '@/app/log/tile/[...path]/route'
import { GET as vkeys } from '@/app/log/vkeys/route'
import { connect } from '@/db/client'
import { logIdentity } from '@/lib/log/identity'
import { drainPending } from '@/lib/log/sequencer'
import { forgetEnv } from '@/lib/runtime/env'
import { pendMany } from '@/tests/db/log-fixtures'
import { listening } from '@/tests/support/listening'
import { openScratch } from '@/tests/support/scratch'

export type LogServer = {
  /** What stands before `/checkpoint`. */
  address: string
  vkey: string
  folder: string
  /** Lets the log have `size` entries, through the sequencer. */
  growTo: (size: number) => Promise<void>
  /** Flips one bit of that resource on its way out, from now on; null: of none. */
  tamper: (path: string | null) => void
  [Symbol.asyncDispose](): Promise<void>
}

/** A log in a Postgres of its own, served over HTTP by the product's own route handlers. */
export async function openLogServer(): Promise<LogServer> {
  const scratch = await openScratch('interop')
  forgetEnv()
  const database = connect(process.env.DATABASE_URL ?? '', { max: 1 })
  let tampered: string | null = null
  const server = createServer((incoming, outgoing) => {
    const path = (incoming.url ?? '').slice('/log/'.length)
    const headers = { 'accept-encoding': String(incoming.headers['accept-encoding'] ?? '') }
    // What is tampered with is sent as it is: a bit of gzip would be another matter.
    const request = new Request(
      `http://log.scratch.invalid${incoming.url}`,
      path === tampered ? {} : { headers },
    )
    answer(path, request)
      .then(async (response) => {
        const body = Buffer.from(await response.arrayBuffer())
        if (path === tampered)
          body[Math.floor(body.length / 2)] = (body[Math.floor(body.length / 2)] ?? 0) ^ 1
        response.headers.delete('x-winnow-content-length')
        outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(body)
      })
      .catch((error: unknown) => outgoing.destroy(error instanceof Error ? error : new Error(String(error))))
  })
  const port = await listening(server)
  let size = 0
  return {
    address: `http://127.0.0.1:${port}/log`,
    vkey: logIdentity().vkey,
    folder: scratch.folder,
    growTo: async (wanted) => {
      await pendMany(database.sql, wanted - size)
      await drainPending()
      size = wanted
    },
    tamper: (path) => {
      tampered = path
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await database.close()
      await scratch[Symbol.asyncDispose]()
    },
  }
}

async function answer(path: string, request: Request): Promise<Response> {
  if (path === 'checkpoint') return checkpoint()
  if (path === 'vkeys') return vkeys()
  return tile(request)
}
