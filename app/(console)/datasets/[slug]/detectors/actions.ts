'use server'

import { formAction } from '@/lib/http/form-action'
import { paths } from '@/lib/paths'
import { throttleInput, versionInput } from '@/lib/throttle/input'
import { changeThrottle } from '@/lib/throttle/settings'
import { dropDetector, letGoOn } from '@/lib/throttle/settle'

const revalidate = () => [paths.datasets()]

export const letGoOnAction = formAction(versionInput, letGoOn, {
  revalidate,
  message: () => 'It goes on. Its flags are being raised, and their cases open.',
})
export const dropDetectorAction = formAction(versionInput, dropDetector, {
  revalidate,
  message: () => 'It is dropped. Its flags are being deleted.',
})
export const throttleAction = formAction(throttleInput, changeThrottle, {
  revalidate,
  message: ({ changed }) =>
    changed ? 'Saved. It holds from the next chunk of an import on.' : 'Nothing was changed.',
})
