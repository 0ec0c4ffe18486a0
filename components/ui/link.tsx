import type { ComponentProps } from 'react'
import NextLink from 'next/link'

/**
 * A link within the product. Nothing is fetched before somebody follows it, unless `prefetch` says so: every page is made for its
 * request, and each of the fifty links that a page shows would be two requests more of it, most for pages that nobody opens.
 */
export function Link({ prefetch = false, ...rest }: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={prefetch} {...rest} />
}
