import type { IncomingMessage, ServerResponse } from 'node:http'

/** An address that no page has: what is said of it is drawn on the server. */
export const NO_ROUTE: string

/** Sends the drawn page in place of the empty document that Next answers with where nothing is. `port`: of our own server. */
export function drawNothingHere(request: IncomingMessage, response: ServerResponse, port: number): void
