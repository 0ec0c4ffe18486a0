import type { Translation } from '@/lib/i18n/translation'
import type { detectors as english } from '../en/detectors'

export const detectors: Translation<typeof english> = {}
