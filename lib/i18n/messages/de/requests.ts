import type { Translation } from '@/lib/i18n/translation'
import type { requests as english } from '../en/requests'

export const requests: Translation<typeof english> = {}
