import type { Translation } from '@/lib/i18n/translation'
import type { triage as english } from '../en/triage'

export const triage: Translation<typeof english> = {}
