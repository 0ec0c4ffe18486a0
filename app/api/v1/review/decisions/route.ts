import { decideDirectlyInShift } from '@/lib/golden/shift'
import { apiRoute } from '@/lib/http/api-route'
import { overrideInput } from '@/lib/review/input'

export const POST = apiRoute(overrideInput, decideDirectlyInShift)
