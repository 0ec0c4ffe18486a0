import { useT } from '#i18n'
import { ActionButton } from '@/components/form/action-button'
import { Callout } from '@/components/ui/callout'
import { Timestamp } from '@/components/ui/timestamp'
import type { CaseView } from '@/lib/review/case-view'
import { hideAction } from './actions'

/** To a safety officer: this was reported and everybody still sees it, and why. */
export function LeftInSight({ view: { datasetId, id, inSight } }: { view: CaseView }) {
  const t = useT('urgent.inSight')
  if (!inSight) return null
  const { by, at } = inSight
  return (
    <div className="mb-5">
      <Callout tone="warn" title={t('still')}>
        <p className="mb-2">{t.rich('stillText', { by, at: () => <Timestamp at={at} /> })}</p>
        <ActionButton
          action={hideAction}
          fields={{ datasetId, caseId: id }}
          size="sm"
          pendingLabel={t('hiding')}
        >
          {t('hide')}
        </ActionButton>
      </Callout>
    </div>
  )
}
