import { revealInShift } from '@/lib/golden/shift'
import { apiRoute } from '@/lib/http/api-route'
import { revealInput } from '@/lib/review/input'

export const POST = apiRoute(revealInput, revealInShift)
