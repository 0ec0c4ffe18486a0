import { reportInShift } from '@/lib/golden/shift'
import { apiRoute } from '@/lib/http/api-route'
import { reportInput } from '@/lib/review/input'
import { locateReported } from '@/lib/review/locate-reported'

export const POST = apiRoute(reportInput, reportInShift, { before: locateReported })
