'use server'

import { bandSettingsInput, bulkInput, prepareInput } from '@/lib/bulk/input'
import { prepareBulk } from '@/lib/bulk/prepare'
import { changeBandSettings } from '@/lib/bulk/settings'
import { cancelBulk, discardBulk, goOnWithBulk, startBulk } from '@/lib/bulk/start'
import { prepareUndo } from '@/lib/bulk/undo'
import { formAction } from '@/lib/http/form-action'
import { say } from '@/lib/i18n/say'
import { paths } from '@/lib/paths'

const itsPage = ({ dataset, bulkId }: { dataset: string; bulkId: string }) => paths.bulk(dataset, bulkId)

export const prepareBulkAction = formAction(prepareInput, prepareBulk, { redirectTo: itsPage })
export const startBulkAction = formAction(bulkInput, startBulk, { redirectTo: itsPage })
export const cancelBulkAction = formAction(bulkInput, cancelBulk, { redirectTo: itsPage })
export const goOnWithBulkAction = formAction(bulkInput, goOnWithBulk, { redirectTo: itsPage })
export const discardBulkAction = formAction(bulkInput, discardBulk, {
  redirectTo: ({ dataset }) => paths.bulks(dataset),
})
export const undoBulkAction = formAction(bulkInput, prepareUndo, { redirectTo: itsPage })
export const bandSettingsAction = formAction(bandSettingsInput, changeBandSettings, {
  message: ({ changed }) => say(changed ? 'bulk.settings.saved' : 'bulk.settings.unchanged'),
})
