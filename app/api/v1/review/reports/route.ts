import { reportInShift } from '@/lib/golden/shift'
import { apiRoute } from '@/lib/http/api-route'
import { reportInput } from '@/lib/review/input'

export const POST = apiRoute(reportInput, reportInShift)
