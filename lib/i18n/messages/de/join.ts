import type { Translation } from '@/lib/i18n/translation'
import type { join as english } from '../en/join'

export const join: Translation<typeof english> = {}
