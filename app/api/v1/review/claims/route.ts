import { apiRoute } from '@/lib/http/api-route'
import { claimNext } from '@/lib/review/claim'
import { claimInput } from '@/lib/review/input'

export const POST = apiRoute(claimInput, claimNext)
