'use client'

import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import type { Rows } from '@/components/table/use-rows'
import { useLive } from '@/components/table/use-live'
import { formatCount } from '@/lib/format'

/** What stands below the rows: that more are coming, that they could not be had, or that these are all. */
export function ListEnd<Row>({ list, pager }: { list: Rows<Row>; pager: ReactNode }) {
  const live = useLive()
  if (!live) return pager
  const { failed } = list
  if (failed !== null)
    return (
      <div role="alert" className="mt-4 flex flex-wrap items-center gap-3 text-sm">
        <p className="text-bad">More cases could not be loaded.</p>
        <Button size="sm" onClick={() => list.load(failed)}>
          Try again
        </Button>
      </div>
    )
  const more = list.older !== null
  return (
    <p className="mt-3 min-h-6 text-sm text-ink-soft">
      {list.busy ? 'Loading more…' : more ? `${formatCount(list.rows.length)} so far` : 'These are all.'}
    </p>
  )
}
