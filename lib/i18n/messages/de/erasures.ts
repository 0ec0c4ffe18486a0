import type { Translation } from '@/lib/i18n/translation'
import type { erasures as english } from '../en/erasures'

export const erasures: Translation<typeof english> = {}
