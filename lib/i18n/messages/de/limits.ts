import type { Translation } from '@/lib/i18n/translation'
import type { limits as english } from '../en/limits'

export const limits: Translation<typeof english> = {
  legend: 'Grenzen einzelner Kategorien',
  category: 'Kategorie',
  cap: 'Fälle am Tag',
  break: 'Pause nach',
  capOf: '{category}: Fälle am Tag',
  breakOf: '{category}: Pause nach',
}
