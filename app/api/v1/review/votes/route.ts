import { voteInShift } from '@/lib/golden/shift'
import { apiRoute } from '@/lib/http/api-route'
import { decideInput } from '@/lib/review/input'

export const POST = apiRoute(decideInput, voteInShift)
