import { Visible } from '@/components/item/visible'
import { TARGET } from '@/lib/takedowns/labels'
import type { TrackingView } from '@/lib/takedowns/tracking'

const OPEN = 12

/** What the requester named, with what became of it as soon as that may be told. A long list is folded. */
export function NamedTargets({ targets }: { targets: TrackingView['targets'] }) {
  if (targets.length === 0) return <p className="text-base text-ink-soft">It has been erased.</p>
  const rest = targets.slice(OPEN)
  return (
    <>
      <List targets={targets.slice(0, OPEN)} />
      {rest.length > 0 ? (
        <details className="mt-3 text-base">
          <summary className="link">Show {rest.length} more</summary>
          <List targets={rest} />
        </details>
      ) : null}
    </>
  )
}

function List({ targets }: { targets: TrackingView['targets'] }) {
  return (
    <ul className="divide-y divide-line border-y border-line text-base">
      {targets.map(({ kind, text, results }, index) => (
        <li key={index} className="py-3 wrap-anywhere">
          <p>
            <span className="text-ink-soft">{TARGET[kind].one}:</span>{' '}
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
