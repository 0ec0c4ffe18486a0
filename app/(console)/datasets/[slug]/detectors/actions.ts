'use server'

import { formAction } from '@/lib/http/form-action'
import { say } from '@/lib/i18n/say'
import { paths } from '@/lib/paths'
import { throttleInput, versionInput } from '@/lib/throttle/input'
import { changeThrottle } from '@/lib/throttle/settings'
import { dropDetector, letGoOn, type Settled } from '@/lib/throttle/settle'

const revalidate = () => [paths.datasets()]
const itsPage = ({ slug, settled }: Settled) => paths.detectors(slug, settled)

export const letGoOnAction = formAction(versionInput, letGoOn, { revalidate, redirectTo: itsPage })
export const dropDetectorAction = formAction(versionInput, dropDetector, { revalidate, redirectTo: itsPage })
export const throttleAction = formAction(throttleInput, changeThrottle, {
  revalidate,
  message: ({ changed }) => say(changed ? 'detectors.throttle.saved' : 'detectors.throttle.unchanged'),
})
