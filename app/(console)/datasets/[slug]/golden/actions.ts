'use server'

import { confirmGoldenInput, goldenSettingsInput, nominateInput, retireGoldenInput } from '@/lib/golden/input'
import { confirmGolden, retireGolden } from '@/lib/golden/keep'
import { nominate } from '@/lib/golden/nominate'
import { changeGoldenSettings } from '@/lib/golden/settings'
import { formAction } from '@/lib/http/form-action'
import { say } from '@/lib/i18n/say'
import { paths } from '@/lib/paths'

const revalidate = () => [paths.datasets()]

export const nominateAction = formAction(nominateInput, nominate, {
  redirectTo: ({ dataset, goldenId }) => paths.goldenItem(dataset, goldenId),
})
export const confirmGoldenAction = formAction(confirmGoldenInput, confirmGolden, {
  revalidate,
  message: () => say('golden.item.confirmedNow'),
})
export const retireGoldenAction = formAction(retireGoldenInput, retireGolden, {
  revalidate,
  message: ({ told }) => say('golden.retire.done', { n: told }),
})
export const goldenSettingsAction = formAction(goldenSettingsInput, changeGoldenSettings, {
  revalidate,
  message: ({ changed }) => say(changed ? 'golden.settings.saved' : 'golden.settings.unchanged'),
})
