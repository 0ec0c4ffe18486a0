import type { Translation } from '@/lib/i18n/translation'
import type { bands as english } from '../en/bands'

export const bands: Translation<typeof english> = {}
