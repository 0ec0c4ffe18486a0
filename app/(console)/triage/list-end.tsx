'use client'

import type { ReactNode } from 'react'
import { useT } from '#i18n'
import { Button } from '@/components/ui/button'
import type { Rows } from '@/components/table/use-rows'
import { useLive } from '@/components/table/use-live'

/** What stands below the rows: that more are coming, that they could not be had, or that these are all. */
export function ListEnd<Row>({ list, pager }: { list: Rows<Row>; pager: ReactNode }) {
  const t = useT('triage.end')
  const live = useLive()
  if (!live) return pager
  const { failed } = list
  if (failed !== null)
    return (
      <div role="alert" className="mt-4 flex flex-wrap items-center gap-3 text-sm">
        <p className="text-bad">{t('failed')}</p>
        <Button size="sm" onClick={() => list.load(failed)}>
          {t('again')}
        </Button>
      </div>
    )
  const more = list.older !== null
  return (
    <p className="mt-3 min-h-6 text-sm text-ink-soft">
      {list.busy ? t('loading') : more ? t('soFar', { n: list.rows.length }) : t('all')}
    </p>
  )
}
