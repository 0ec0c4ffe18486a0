import type { ServerResponse } from 'node:http'

/** Puts back the length and encoding that a route says under `x-winnow-…` names, because Next drops the real ones. */
export function restoreFraming(response: ServerResponse): void
