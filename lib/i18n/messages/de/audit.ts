import type { Translation } from '@/lib/i18n/translation'
import type { audit as english } from '../en/audit'

export const audit: Translation<typeof english> = {}
