'use server'

import { formAction } from '@/lib/http/form-action'
import { say } from '@/lib/i18n/say'
import { paths } from '@/lib/paths'
import { publishInput } from '@/lib/releases/input'
import { stageRelease } from '@/lib/releases/stage'

export const publishAction = formAction(publishInput, stageRelease, {
  revalidate: () => [paths.datasets()],
  message: ({ version }) => say('releases.publish.done', { version }),
})
