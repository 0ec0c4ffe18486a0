import { useT } from '#i18n'
import { say } from '@/lib/i18n/say'
import { redressOf } from '@/lib/takedowns/outcome'
import type { TrackingView } from '@/lib/takedowns/tracking'
import { CopyRecalled, CopyToOpen } from './copy-to-open'
import { OwnStatement } from './own-statement'
import { Part } from './part'

/** The answer to somebody who asked what there is about them, or the statement that waits for their word. Numbers, and never a row. */
export function Answered({
  token,
  view: { answered, kind, regime, mayContest },
}: {
  token: string
  view: TrackingView
}) {
  const t = useT('rights.track')
  if (!answered) return null
  if (answered.statement !== null) return <OwnStatement token={token} {...answered.statement} />
  if (!answered.told || answered.told.kind === 'correction') return null
  const { recalled } = answered.told
  return (
    <Part title={t(recalled ? 'calledBack' : 'title')}>
      <div className="flex flex-col gap-4 text-base">
        {recalled ? (
          <CopyRecalled recalled={recalled} />
        ) : answered.told.kind === 'copy' ? (
          <CopyToOpen token={token} told={answered.told} />
        ) : (
          <Nothing />
        )}
        <p>{redressOf(say, { kind, regime }, mayContest ? 'below' : null)}</p>
      </div>
    </Part>
  )
}

function Nothing() {
  const t = useT('rights.track')
  return (
    <>
      <p>{t('none')}</p>
      <p>{t('noneOther')}</p>
      <p>{t('noneRequest')}</p>
    </>
  )
}
