'use server'

import { formAction } from '@/lib/http/form-action'
import { say } from '@/lib/i18n/say'
import { paths } from '@/lib/paths'
import { changeSiteViewing, siteViewingInput } from '@/lib/review/site-viewing'

export const siteViewingAction = formAction(siteViewingInput, changeSiteViewing, {
  revalidate: () => [paths.siteViewing()],
  message: ({ changed }) => say(changed ? 'viewing.site.saved' : 'viewing.site.unchanged'),
})
