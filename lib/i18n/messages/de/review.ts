import type { Translation } from '@/lib/i18n/translation'
import type { review as english } from '../en/review'

export const review: Translation<typeof english> = {}
