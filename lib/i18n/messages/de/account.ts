import type { Translation } from '@/lib/i18n/translation'
import type { account as english } from '../en/account'

export const account: Translation<typeof english> = {}
