import { apiRoute } from '@/lib/http/api-route'
import { releaseClaim } from '@/lib/review/claim'
import { leaseInput } from '@/lib/review/input'

export const POST = apiRoute(leaseInput, releaseClaim)
