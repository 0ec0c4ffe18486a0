/** Whoever looks at the page, as far as a shell shows them. */
export type Viewer = { name: string; detail?: string } | null

/** A place to go. `also` are prefixes of addresses that belong to it too. */
export type NavItem = { href: string; label: string; also?: readonly string[] }

export type Theme = 'system' | 'light' | 'dark'

export const THEME_COOKIE = 'winnow-theme'

/** The explicit choice in a cookie's value; anything else is the system's. */
export function themeOf(value: string | undefined): Theme {
  return value === 'light' || value === 'dark' ? value : 'system'
}
