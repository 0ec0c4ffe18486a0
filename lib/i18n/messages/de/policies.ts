import type { Translation } from '@/lib/i18n/translation'
import type { policies as english } from '../en/policies'

export const policies: Translation<typeof english> = {}
