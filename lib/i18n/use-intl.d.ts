import type { Messages } from './catalogues'
import type { Locale } from './locales'

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}
