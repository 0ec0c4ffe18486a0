'use server'

import { formatPlural } from '@/lib/format'
import { confirmGoldenInput, goldenSettingsInput, nominateInput, retireGoldenInput } from '@/lib/golden/input'
import { confirmGolden, retireGolden } from '@/lib/golden/keep'
import { nominate } from '@/lib/golden/nominate'
import { changeGoldenSettings } from '@/lib/golden/settings'
import { formAction } from '@/lib/http/form-action'
import { paths } from '@/lib/paths'

const revalidate = () => [paths.datasets()]

export const nominateAction = formAction(nominateInput, nominate, {
  redirectTo: ({ dataset, goldenId }) => paths.goldenItem(dataset, goldenId),
})
export const confirmGoldenAction = formAction(confirmGoldenInput, confirmGolden, {
  revalidate,
  message: () => 'Confirmed.',
})
export const retireGoldenAction = formAction(retireGoldenInput, retireGolden, {
  revalidate,
  message: ({ told }) => `Taken back. ${formatPlural(told, 'person', 'people')} will be told.`,
})
export const goldenSettingsAction = formAction(goldenSettingsInput, changeGoldenSettings, {
  revalidate,
  message: ({ changed }) => (changed ? 'Saved. It holds from the next case on.' : 'Nothing was changed.'),
})
