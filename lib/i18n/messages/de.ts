import type { Translation } from '@/lib/i18n/translation'
import { home } from './de/home'
import { shell } from './de/shell'
import type { en } from './en'

export const de: Translation<typeof en> = { home, shell }
