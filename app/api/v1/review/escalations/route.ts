import { escalateInShift } from '@/lib/golden/shift'
import { apiRoute } from '@/lib/http/api-route'
import { escalateInput } from '@/lib/review/input'

export const POST = apiRoute(escalateInput, escalateInShift)
