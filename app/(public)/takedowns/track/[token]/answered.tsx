import { useT } from '#i18n'
import { say } from '@/lib/i18n/say'
import { redressOf } from '@/lib/takedowns/outcome'
import { isToCorrect } from '@/lib/takedowns/rights'
import type { TrackingView } from '@/lib/takedowns/tracking'
import { CopyRecalled, CopyToOpen } from './copy-to-open'
import { NamedTargets } from './named-targets'
import { OwnStatement } from './own-statement'
import { Part } from './part'

type Props = { token: string; view: TrackingView; named: unknown }

/** The answer to somebody who asked what there is about them, or the statement that waits for their word. Numbers, and never a row. */
export function Answered({ token, view, named }: Props) {
  const t = useT('rights.track')
  const { answered, kind, regime, mayContest } = view
  if (!answered) return null
  if (answered.statement !== null) return <OwnStatement token={token} {...answered.statement} />
  if (!answered.told || answered.told.kind === 'correction') return null
  const { recalled } = answered.told
  return (
    <Part title={t(headingOf(view))}>
      <div className="flex flex-col gap-4 text-base">
        {recalled ? (
          <CopyRecalled recalled={recalled} />
        ) : answered.told.kind === 'copy' ? (
          <CopyToOpen token={token} told={answered.told} />
        ) : (
          <Nothing token={token} view={view} named={named} />
        )}
        <p>{redressOf(say, { kind, regime }, mayContest ? 'below' : null)}</p>
      </div>
    </Part>
  )
}

/** Nothing was found, and what was looked for: where it is said, the list below it would say it twice. */
export const isNothing = ({ answered }: TrackingView): boolean => answered?.told?.kind === 'none'

function headingOf(view: TrackingView) {
  if (isNothing(view)) return isToCorrect(view) ? 'noneToCorrect' : 'noneFound'
  return view.answered?.told?.recalled ? 'calledBack' : 'title'
}

function Nothing({ token, view, named }: Props) {
  const t = useT('rights.track')
  return (
    <>
      <p>{t('searched', { dataset: view.dataset })}</p>
      <NamedTargets {...view} token={token} asked={named} />
      <p>
        {t('none')} {isToCorrect(view) ? t('noneCorrected') : null}
      </p>
      <p>{t('noneOther')}</p>
      <p>{t('noneRequest')}</p>
    </>
  )
}
