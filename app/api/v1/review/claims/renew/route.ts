import { apiRoute } from '@/lib/http/api-route'
import { renewClaim } from '@/lib/review/claim'
import { leaseInput } from '@/lib/review/input'

export const POST = apiRoute(leaseInput, renewClaim)
