'use server'

import { formAction } from '@/lib/http/form-action'
import { paths } from '@/lib/paths'
import { prepareRequestsInput, requestBulkInput } from '@/lib/request-bulk/input'
import {
  agreeToRequests,
  goOnWithRequests,
  prepareRequests,
  prepareRequestsUndo,
  type RequestBulkRef,
  startRequests,
  stopRequests,
} from '@/lib/request-bulk/prepare'

const itsPage = ({ dataset, bulkId }: RequestBulkRef) => paths.requestBulk(dataset, bulkId)
const revalidate = () => [paths.requests()]

export const prepareAction = formAction(prepareRequestsInput, prepareRequests, { redirectTo: itsPage })
export const undoAction = formAction(requestBulkInput, prepareRequestsUndo, { redirectTo: itsPage })
export const agreeAction = formAction(requestBulkInput, agreeToRequests, { revalidate, redirectTo: itsPage })
export const startAction = formAction(requestBulkInput, startRequests, { revalidate, redirectTo: itsPage })
export const goOnAction = formAction(requestBulkInput, goOnWithRequests, { revalidate, redirectTo: itsPage })
export const stopAction = formAction(requestBulkInput, stopRequests, { revalidate, redirectTo: itsPage })
