import type { Translation } from '@/lib/i18n/translation'
import type { datasets as english } from '../en/datasets'

export const datasets: Translation<typeof english> = {}
