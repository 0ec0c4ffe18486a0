import { apiRoute } from '@/lib/http/api-route'
import { holdVote } from '@/lib/review/held-vote'
import { decideInput } from '@/lib/review/input'

export const POST = apiRoute(decideInput, holdVote)
