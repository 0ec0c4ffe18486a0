import type { Translation } from '@/lib/i18n/translation'
import type { team as english } from '../en/team'

export const team: Translation<typeof english> = {}
