import { apiRoute } from '@/lib/http/api-route'
import { undoVote } from '@/lib/review/held-vote'
import { leaseInput } from '@/lib/review/input'

export const POST = apiRoute(leaseInput, undoVote)
