import 'server-only'
import { db } from '@/db/client'
import { errorResponse } from '@/lib/http/error-response'
import { countAttempt, withinLimit } from '@/lib/http/rate-limit'
import { currentVisitor } from '@/lib/http/visitor'
import { inEnglish } from '@/lib/i18n/say'

/** Enough to read the whole register page by page, not to be a load. */
const READING = { name: 'register', max: 120, windowSeconds: 60 }

/** Whether whoever asks for a public page has not asked for too many. */
export const isReadingWithinLimit = async (): Promise<boolean> =>
  withinLimit(db(), READING, (await currentVisitor()).network)

/** Something of the public register as a file for programs: in English, limited by network, readable from any page. */
export const publicFile = (
  make: () => Promise<{ body: string; type: string; name?: string }>,
): Promise<Response> =>
  inEnglish(async () => {
    try {
      await countAttempt(READING, (await currentVisitor()).network)
      const { body, type, name } = await make()
      return new Response(body, {
        headers: {
          'content-type': `${type}; charset=utf-8`,
          'cache-control': 'public, max-age=60',
          'access-control-allow-origin': '*',
          ...(name ? { 'content-disposition': `attachment; filename="${name}"` } : {}),
        },
      })
    } catch (error) {
      return errorResponse(error)
    }
  })

export const publicJson = (make: () => Promise<unknown>): Promise<Response> =>
  publicFile(async () => ({
    body: `${JSON.stringify(await make(), null, 2)}\n`,
    type: 'application/json',
  }))
