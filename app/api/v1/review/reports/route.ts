import { reportInShift } from '@/lib/golden/shift'
import { apiRoute } from '@/lib/http/api-route'
import { locateReported } from '@/lib/review/locate-reported'
import { reportInput } from '@/lib/review/report-input'

export const POST = apiRoute(reportInput, reportInShift, { before: locateReported })
