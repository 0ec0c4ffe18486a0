import type { Translation } from '@/lib/i18n/translation'
import type { releases as english } from '../en/releases'

export const releases: Translation<typeof english> = {}
