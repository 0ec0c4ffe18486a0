import type { Translation } from '@/lib/i18n/translation'
import type { mailbox as english } from '../en/mailbox'

export const mailbox: Translation<typeof english> = {}
