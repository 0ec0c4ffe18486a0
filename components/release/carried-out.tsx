import { useLocale, useT } from '#i18n'
import { Link } from '@/components/ui/link'
import { StatusBadge } from '@/components/ui/status-badge'
import { formatDate } from '@/lib/format'
import type { FulfilmentView } from '@/lib/fulfilment/queries'
import { paths } from '@/lib/paths'
import { PROOF_PATH } from '@/lib/release-format/log-proof'
import { PlaceChecklist } from './place-checklist'

/** How far what was decided for a request is carried out: the releases, the proofs, the other places, the copies. */
export function CarriedOut({
  view,
  proofHref,
}: {
  view: FulfilmentView
  /** Where the proof of a decision's log entry is downloaded. */
  proofHref: (entryId: string) => string
}) {
  const t = useT('fulfilment')
  return (
    <div className="flex flex-col gap-4">
      {view.releases.map((release) => (
        <Release key={release.profile} slug={view.slug} release={release} />
      ))}
      <Decisions view={view} proofHref={proofHref} />
      <p>
        {t('copies', view.copies)} {t('beyond')}
      </p>
      <h3 className="mt-2 text-base font-semibold">{t('hosts.title')}</h3>
      {view.hosts.length === 0 ? <p>{t('hosts.none')}</p> : <p>{t('hosts.leadRequest')}</p>}
      {view.hosts.map((host) => (
        <div key={host.id}>
          <PlaceChecklist
            host={host}
            open={() => <StatusBadge progress="waiting">{t('hosts.open')}</StatusBadge>}
          />
        </div>
      ))}
    </div>
  )
}

function Release({ slug, release }: { slug: string; release: FulfilmentView['releases'][number] }) {
  const t = useT('fulfilment.release')
  const locale = useLocale()
  const { name, done, by } = release
  if (done && name !== null)
    return (
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Link className="link" href={paths.release(slug, name)}>
          {t('done', { name })}
        </Link>
        <a className="link" href={paths.releaseFile(slug, name, PROOF_PATH)} download>
          {t('proof', { name })}
        </a>
      </p>
    )
  if (by === null) return <p>{t('waits')}</p>
  const date = formatDate(by, false, locale)
  return <p>{name === null ? t('first', { date }) : t('ahead', { name, date })}</p>
}

function Decisions({
  view: { decisions, more },
  proofHref,
}: {
  view: FulfilmentView
  proofHref: (entryId: string) => string
}) {
  const t = useT('fulfilment.decisions')
  return (
    <div>
      <h3 className="mb-2 text-base font-semibold">{t('title')}</h3>
      {decisions.length === 0 ? <p>{t('none')}</p> : null}
      <ul className="flex flex-wrap gap-x-4 gap-y-2">
        {decisions.map(({ entryId, index }) => (
          <li key={entryId}>
            <a className="link" href={proofHref(entryId)} download>
              {t('proof', { index: String(index) })}
            </a>
          </li>
        ))}
        {more > 0 ? <li>{t('more', { n: more })}</li> : null}
      </ul>
      {decisions.length > 0 ? <p className="mt-2 text-sm text-ink-soft">{t('check')}</p> : null}
    </div>
  )
}
