import { caseForProgram } from '@/lib/golden/case-for-program'
import { apiRead } from '@/lib/http/api-route'
import { leaseInput } from '@/lib/review/input'

export const GET = apiRead(leaseInput, caseForProgram)
