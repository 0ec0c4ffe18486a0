import type { Translation } from '@/lib/i18n/translation'
import type { passages as english } from '../en/passages'

export const passages: Translation<typeof english> = {}
