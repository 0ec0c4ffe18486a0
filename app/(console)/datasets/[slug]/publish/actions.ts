'use server'

import { formAction } from '@/lib/http/form-action'
import { paths } from '@/lib/paths'
import { publishInput } from '@/lib/releases/input'
import { stageRelease } from '@/lib/releases/stage'

export const publishAction = formAction(publishInput, stageRelease, {
  revalidate: () => [paths.datasets()],
  message: ({ version }) =>
    `Release ${version} is being made. Its decisions are frozen; it appears below when it is signed.`,
})
