import type { Translation } from '@/lib/i18n/translation'
import type { metrics as english } from '../en/metrics'

export const metrics: Translation<typeof english> = {}
