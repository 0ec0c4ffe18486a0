import { apiRoute } from '@/lib/http/api-route'
import { claimInShift } from '@/lib/golden/shift'
import { claimInput } from '@/lib/review/input'

export const POST = apiRoute(claimInput, claimInShift)
