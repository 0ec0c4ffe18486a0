import { useT } from '#i18n'
import { Visible } from '@/components/item/visible'
import { mayListNothing } from '@/lib/takedowns/kinds'
import type { TrackingView } from '@/lib/takedowns/tracking'

const OPEN = 12

/** What the requester named, with what became of it as soon as that may be told. A long list is folded. */
export function NamedTargets({ kind, targets }: Pick<TrackingView, 'kind' | 'targets'>) {
  const t = useT('takedowns')
  if (targets.length === 0)
    return (
      <p className="text-base text-ink-soft">{t(`target.${mayListNothing(kind) ? 'none' : 'erased'}`)}</p>
    )
  const rest = targets.slice(OPEN)
  return (
    <>
      <List targets={targets.slice(0, OPEN)} />
      {rest.length > 0 ? (
        <details className="mt-3 text-base">
          <summary className="link">{t('track.more', { n: rest.length })}</summary>
          <List targets={rest} />
        </details>
      ) : null}
    </>
  )
}

function List({ targets }: { targets: TrackingView['targets'] }) {
  const t = useT('takedowns.target.one')
  return (
    <ul className="divide-y divide-line border-y border-line text-base">
      {targets.map(({ kind, text, results }, index) => (
        <li key={index} className="py-3 wrap-anywhere">
          <p>
            <span className="text-ink-soft">{t(kind)}:</span>{' '}
            <span className="whitespace-pre-wrap">
              <Visible text={text} />
            </span>
          </p>
          {results.map((result) => (
            <p key={result} className="mt-1 font-medium">
              {result}
            </p>
          ))}
        </li>
      ))}
    </ul>
  )
}
