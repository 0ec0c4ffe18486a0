import { apiRoute } from '@/lib/http/api-route'
import { escalateInput } from '@/lib/review/input'
import { escalate } from '@/lib/review/skip'

export const POST = apiRoute(escalateInput, escalate)
