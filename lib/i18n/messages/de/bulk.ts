import type { Translation } from '@/lib/i18n/translation'
import type { bulk as english } from '../en/bulk'

export const bulk: Translation<typeof english> = {}
