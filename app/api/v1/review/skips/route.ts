import { apiRoute } from '@/lib/http/api-route'
import { skipInput } from '@/lib/review/input'
import { skip } from '@/lib/review/skip'

export const POST = apiRoute(skipInput, skip)
