import type { Translation } from '@/lib/i18n/translation'
import type { caseFile as english } from '../en/caseFile'

export const caseFile: Translation<typeof english> = {}
