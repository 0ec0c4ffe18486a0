import type { IncomingMessage, ServerResponse } from 'node:http'

export const PLAIN: number
export const SMALL: number
export const WITH_FILES: number

/** Answers a request whose body is too large, and says whether it did. */
export function refusesBody(request: IncomingMessage, response: ServerResponse, proxies?: number): boolean
