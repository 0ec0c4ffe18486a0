'use client'

import { usePathname } from 'next/navigation'
import { Link } from '@/components/ui/link'
import type { NavItem } from './viewer'

/** A link that knows whether it is where we are; looks are up to `aria-[current=page]` classes. */
export function NavLink({ item, className }: { item: NavItem; className: string }) {
  const pathname = usePathname()
  const here = [item.href, ...(item.also ?? [])].some(
    (href) => pathname === href || pathname.startsWith(`${href}/`),
  )
  return (
    <Link href={item.href} aria-current={here ? 'page' : undefined} className={className}>
      {item.label}
    </Link>
  )
}
