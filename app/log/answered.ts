import 'server-only'
import { errorResponse } from '@/lib/http/error-response'
import { inEnglish } from '@/lib/i18n/say'

/** An answer of the log to a program: what went wrong is said in English, whatever language somebody reads the pages in. */
export const answered = (answer: () => Response | Promise<Response>): Promise<Response> =>
  inEnglish(async () => {
    try {
      return await answer()
    } catch (error) {
      return errorResponse(error)
    }
  })
