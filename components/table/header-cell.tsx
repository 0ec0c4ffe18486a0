'use client'

import type { ReactNode } from 'react'
import { usePathname, useSearchParams } from 'next/navigation'
import { Link } from '@/components/ui/link'
import { Th } from '@/components/ui/table'
import type { ColumnLook } from './features'

/** A column's head; a sortable one is a link to the same page in that order. */
export function HeaderCell({
  look,
  sorted,
  sortId,
  className,
  children,
}: {
  look: ColumnLook | undefined
  sorted: false | 'asc' | 'desc'
  sortId: string | null
  className?: string
  children: ReactNode
}) {
  return (
    <Th
      className={className}
      align={look?.align}
      aria-sort={sorted ? (sorted === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      {sortId === null ? (
        children
      ) : (
        <SortLink sortId={sortId} sorted={sorted}>
          {children}
        </SortLink>
      )}
    </Th>
  )
}

function SortLink({
  sortId,
  sorted,
  children,
}: {
  sortId: string
  sorted: false | 'asc' | 'desc'
  children: ReactNode
}) {
  const pathname = usePathname()
  const params = new URLSearchParams(useSearchParams())
  params.set('sort', sorted === 'desc' ? sortId : `-${sortId}`)
  // A place in the old order means nothing in the new one.
  for (const cursor of ['after', 'before']) params.delete(cursor)
  return (
    <Link
      href={`${pathname}?${params.toString()}`}
      scroll={false}
      className="inline-flex items-center gap-1 hover:text-ink"
    >
      {children}
      <span aria-hidden="true" className={sorted ? 'text-ink' : 'text-ink-faint'}>
        {sorted === 'asc' ? '↑' : sorted === 'desc' ? '↓' : '↕'}
      </span>
    </Link>
  )
}
