import { useLocale, useT } from '#i18n'
import { ActionButton } from '@/components/form/action-button'
import { formatDate } from '@/lib/format'
import type { ProcessView } from '@/lib/takedowns/process-view'
import { recallAction } from './answer/actions'

/** A copy that was given: how often it was opened, until when it can be, and the way to call it back. */
export function GivenCopy({
  requestId,
  told,
  denied,
}: {
  requestId: string
  told: NonNullable<NonNullable<ProcessView['answer']>['told']>
  denied: string | undefined
}) {
  const t = useT('rights.staff')
  const locale = useLocale()
  const views = t('views', { n: told.views })
  if (told.recalled)
    return (
      <p className="text-ink-soft">
        {views} {t('recalled')}
      </p>
    )
  return (
    <>
      <p className="text-ink-soft">
        {views} {told.until ? t('until', { date: formatDate(told.until, false, locale) }) : null}
      </p>
      {told.canBeOpened && denied === undefined ? (
        <div>
          <ActionButton
            action={recallAction}
            fields={{ requestId, answerId: told.id }}
            pendingLabel={t('recalling')}
          >
            {t('recall')}
          </ActionButton>
          <p className="text-ink-soft mt-2">{t('recallHint')}</p>
        </div>
      ) : null}
    </>
  )
}
