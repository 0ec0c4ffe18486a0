'use server'

import { fieldsInput, profilesInput } from '@/lib/datasets/input'
import { changeFields, changeProfiles } from '@/lib/datasets/settings'
import { formAction } from '@/lib/http/form-action'
import { say } from '@/lib/i18n/say'
import { paths } from '@/lib/paths'
import { changePromises, promisesInput } from '@/lib/takedowns/promises'

export const profilesAction = formAction(profilesInput, changeProfiles, {
  revalidate: () => [paths.datasets()],
  message: (change) => {
    const [added, ended] = [change.added.join(', '), change.ended.join(', ')]
    if (added && ended) return say('datasets.settings.profiles.changed', { added, ended })
    if (added) return say('datasets.settings.profiles.added', { added })
    return ended
      ? say('datasets.settings.profiles.ended', { ended })
      : say('datasets.settings.profiles.unchanged')
  },
})
export const promisesAction = formAction(promisesInput, changePromises, {
  revalidate: () => [paths.datasets()],
  message: ({ changed }) => say(changed ? 'clocks.promises.saved' : 'clocks.promises.unchanged'),
})
export const fieldsAction = formAction(fieldsInput, changeFields, {
  revalidate: () => [paths.datasets()],
  message: () => say('datasets.settings.fields.saved'),
})
