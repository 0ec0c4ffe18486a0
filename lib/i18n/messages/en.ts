import { home } from './en/home'
import { shell } from './en/shell'

/** What the interface says, by area. ICU MessageFormat: `{count, plural, one {# row} other {# rows}}`. */
export const en = { home, shell } as const
