import type { Translation } from '@/lib/i18n/translation'
import type { suppression as english } from '../en/suppression'

export const suppression: Translation<typeof english> = {}
