'use server'

import { formAction } from '@/lib/http/form-action'
import { paths } from '@/lib/paths'
import { noticeForm } from '@/lib/releases/input'
import { noteRelease } from '@/lib/releases/notice'

export const withdrawAction = formAction(noticeForm, noteRelease, {
  revalidate: () => [paths.datasets()],
  redirectTo: ({ slug, name }) => paths.release(slug, name),
})
