import { apiRoute } from '@/lib/http/api-route'
import { appeal } from '@/lib/review/appeal'
import { appealInput } from '@/lib/review/input'

export const POST = apiRoute(appealInput, appeal)
