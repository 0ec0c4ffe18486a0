import { useT } from '#i18n'
import { Visible } from '@/components/item/visible'
import { StretchPager } from '@/components/ui/stretch-pager'
import { paths } from '@/lib/paths'
import { mayListNothing } from '@/lib/takedowns/kinds'
import { stretchOf } from '@/lib/takedowns/stretch'
import type { TrackingView } from '@/lib/takedowns/tracking'

const OPEN = 12
/** A list can name thousands: more of it is on pages of their own. */
const AT_ONCE = 200

/** What the requester named, with what became of it as soon as that may be told. A long list is folded, and a very long one has pages. */
export function NamedTargets({
  kind,
  targets,
  token,
  asked,
}: Pick<TrackingView, 'kind' | 'targets'> & { token: string; asked: unknown }) {
  const t = useT('takedowns')
  if (targets.length === 0)
    return (
      <p className="text-base text-ink-soft">{t(`target.${mayListNothing(kind) ? 'none' : 'erased'}`)}</p>
    )
  const stretch = stretchOf(targets.length, asked, AT_ONCE)
  const here = targets.slice(stretch.from, stretch.to)
  // Who has turned a page wants to see it.
  const open = stretch.from === 0 ? OPEN : AT_ONCE
  const rest = here.slice(open)
  return (
    <>
      <List targets={here.slice(0, open)} />
      {rest.length > 0 ? (
        <details className="mt-3 text-base">
          <summary className="link">{t('track.more', { n: rest.length })}</summary>
          <List targets={rest} />
        </details>
      ) : null}
      <StretchPager stretch={stretch} href={(from) => paths.takedownNamed(token, from)} />
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
