import type { Translation } from '@/lib/i18n/translation'
import type { takedowns as english } from '../en/takedowns'

export const takedowns: Translation<typeof english> = {}
