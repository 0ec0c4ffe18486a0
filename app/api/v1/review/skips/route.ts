import { skipInShift } from '@/lib/golden/shift'
import { apiRoute } from '@/lib/http/api-route'
import { skipInput } from '@/lib/review/input'

export const POST = apiRoute(skipInput, skipInShift)
