import { apiRoute } from '@/lib/http/api-route'
import { leaseInput } from '@/lib/review/input'
import { attend } from '@/lib/review/presence'

export const POST = apiRoute(leaseInput, attend)
