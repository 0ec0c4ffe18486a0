import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { unavailable } from '@/lib/errors'
import { MAX_ENTRY_LENGTH } from '@/lib/tlog/bundle'
import { TILE_WIDTH } from '@/lib/tlog/tile'
import { type LogSource, MissingResource } from './log-source'

/** A full bundle of the longest entries; every other resource is far smaller. */
const MAX_BYTES = TILE_WIDTH * (MAX_ENTRY_LENGTH + 2)
const TIMEOUT_MS = 30_000
const ATTEMPTS = 4

/**
 * A log over HTTP, at the address that stands before `/checkpoint`. Bounded in bytes (counted after decompression) and in
 * time; what may pass by itself is tried again. Throws AppError `unavailable` when the log cannot be asked, an Error at
 * once for an address that is none.
 */
export function httpSource(address: string, signal?: AbortSignal): LogSource {
  const base = baseOf(address)
  return async (path) => {
    const url = `${base}/${path}`
    for (let attempt = 1; ; attempt++) {
      const outcome = await ask(url, path, signal)
      if (outcome instanceof Uint8Array) return outcome
      signal?.throwIfAborted()
      if (attempt === ATTEMPTS || !outcome.passing) throw unavailable(`${url}: ${outcome.says}`)
      await sleep(250 * 2 ** attempt, undefined, { signal })
    }
  }
}

function baseOf(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash)
    throw new Error(`${address} is not the address of a log, such as https://winnow.example.org/log`)
  return url.href.replace(/\/(?:checkpoint)?$/, '')
}

type Refused = { says: string; passing: boolean }

async function ask(url: string, path: string, signal?: AbortSignal): Promise<Uint8Array | Refused> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS)
  try {
    const response = await fetch(url, {
      headers: { 'user-agent': 'winnow', 'accept-encoding': 'gzip, identity' },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    })
    if (response.status === 200) return await bodyOf(response)
    await response.body?.cancel()
    if (response.status === 404 || response.status === 410) throw new MissingResource(path)
    return {
      says: `it answered ${response.status}`,
      passing: response.status >= 500 || response.status === 429,
    }
  } catch (error) {
    if (error instanceof MissingResource) throw error
    return { says: causeOf(error), passing: true }
  }
}

async function bodyOf(response: Response): Promise<Uint8Array | Refused> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of response.body ?? []) {
    bytes += piece.length
    if (bytes > MAX_BYTES) return { says: `it sent more than ${MAX_BYTES} bytes`, passing: false }
    pieces.push(piece)
  }
  return new Uint8Array(Buffer.concat(pieces))
}

/** `fetch failed` says nothing; what it failed of stands in the cause. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  return cause instanceof Error
    ? cause.message || ('code' in cause ? String(cause.code) : cause.name)
    : error.message
}
