import type { Translation } from '@/lib/i18n/translation'
import type { log as english } from '../en/log'

export const log: Translation<typeof english> = {}
