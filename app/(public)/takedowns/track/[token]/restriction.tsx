import { useLocale, useT } from '#i18n'
import { Visible } from '@/components/item/visible'
import { Callout } from '@/components/ui/callout'
import { formatDate } from '@/lib/format'
import type { TrackingView } from '@/lib/takedowns/tracking'
import { Part } from './part'

/** That what was restricted is going to be used again, why, and what can be done before; or that it is. */
export function Restriction({ view: { lift, isOver, status } }: { view: TrackingView }) {
  const t = useT('rights.lift')
  const locale = useLocale()
  if (isOver)
    return (
      <Part title={t('overTitle')}>
        <p className="text-base">{t('over')}</p>
      </Part>
    )
  if (!lift) return null
  const date = formatDate(lift.day, false, locale)
  return (
    <Part title={t('title')}>
      <div className="flex flex-col gap-3 text-base">
        <p>
          {t(status === 'on_hold' ? 'pageHeld' : 'page', { date })} {t(`why.${lift.reason}`)}
        </p>
        {lift.words ? (
          <Callout tone="note" title={t('wrote')}>
            <p className="whitespace-pre-wrap">
              <Visible text={lift.words} />
            </p>
          </Callout>
        ) : null}
        <p>{t('means')}</p>
        <p>{t('can')}</p>
      </div>
    </Part>
  )
}
