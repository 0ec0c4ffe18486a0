import type { Translation } from '@/lib/i18n/translation'
import type { golden as english } from '../en/golden'

export const golden: Translation<typeof english> = {}
