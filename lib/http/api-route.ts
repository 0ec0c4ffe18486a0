import 'server-only'
import type { z } from 'zod'
import { transactAnew } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { requireMember } from '@/lib/auth/session'
import { invalid } from '@/lib/errors'
import { errorResponse } from '@/lib/http/error-response'
import type { Verb } from '@/lib/http/form-action'
import { say } from '@/lib/i18n/say'

/** Largest JSON body of an API call, in bytes. */
const MAX_BODY = 4 * 1024 * 1024

type Context = { params: Promise<Record<string, string | string[]>> }

/**
 * The HTTP twin of `formAction`: path parameters and JSON body → the same verb → JSON. `before`: what is slow, as a look into files is, and
 * must not happen in the transaction.
 */
export function apiRoute<S extends z.ZodType, View>(
  schema: S,
  verb: Verb<z.output<S>, View, Member>,
  {
    status = 200,
    before = (_, input) => Promise.resolve(input),
  }: { status?: number; before?: (actor: Member, input: z.output<S>) => Promise<z.output<S>> } = {},
) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      const actor = await requireMember()
      refuseForeignOrigin(request)
      const input = schema.parse({ ...(await jsonBody(request)), ...(await context.params) })
      const located = await before(actor, input)
      const view = await transactAnew((tx) => verb(tx, actor, located))
      return Response.json(view, { status, headers: { 'cache-control': 'no-store' } })
    } catch (error) {
      return errorResponse(error)
    }
  }
}

/** The same for what is only read: path parameters → JSON that nothing keeps. */
export function apiRead<S extends z.ZodType, View>(
  schema: S,
  read: (actor: Member, input: z.output<S>) => Promise<View>,
) {
  return async (_request: Request, context: Context): Promise<Response> => {
    try {
      const actor = await requireMember()
      const view = await read(actor, schema.parse(await context.params))
      return Response.json(view, { headers: { 'cache-control': 'no-store' } })
    } catch (error) {
      return errorResponse(error)
    }
  }
}

/** A session cookie is sent by any page: a write must come from our own (Fetch metadata, or the Origin header before it). */
export function refuseForeignOrigin(request: Request): void {
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  const host = request.headers.get('host')
  const foreign = site
    ? !['same-origin', 'none'].includes(site)
    : origin !== null && new URL(origin).host !== host
  if (foreign) throw invalid(say('errors.call.foreign'))
}

export async function jsonBody(request: Request): Promise<Record<string, unknown>> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY)
    throw invalid(say('errors.call.tooLarge'))
  const text = await request.text()
  if (text.length > MAX_BODY) throw invalid(say('errors.call.tooLarge'))
  if (text === '') return {}
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { ...body }
  } catch {
    throw invalid(say('errors.call.notJson'))
  }
  throw invalid(say('errors.call.notObject'))
}
