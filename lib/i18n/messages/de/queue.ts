import type { Translation } from '@/lib/i18n/translation'
import type { queue as english } from '../en/queue'

export const queue: Translation<typeof english> = {}
