import { releaseInShift } from '@/lib/golden/shift'
import { apiRoute } from '@/lib/http/api-route'
import { leaseInput } from '@/lib/review/input'

export const POST = apiRoute(leaseInput, releaseInShift)
