'use server'

import { fieldsInput, profilesInput } from '@/lib/datasets/input'
import { changeFields, changeProfiles } from '@/lib/datasets/settings'
import { formAction } from '@/lib/http/form-action'
import { paths } from '@/lib/paths'

export const profilesAction = formAction(profilesInput, changeProfiles, {
  revalidate: () => [paths.datasets()],
  message: ({ added, ended }) =>
    added.length + ended.length === 0
      ? 'Nothing was changed.'
      : [
          added.length > 0 ? `Releases can now be made for ${added.join(', ')}.` : '',
          ended.length > 0 ? `No more are made for ${ended.join(', ')}.` : '',
        ]
          .join(' ')
          .trim(),
})
export const fieldsAction = formAction(fieldsInput, changeFields, {
  revalidate: () => [paths.datasets()],
  message: () => 'Saved. The first import reads them.',
})
