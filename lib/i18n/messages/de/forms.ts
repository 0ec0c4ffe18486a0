import type { Translation } from '@/lib/i18n/translation'
import type { forms as english } from '../en/forms'

export const forms: Translation<typeof english> = {}
