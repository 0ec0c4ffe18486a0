import { useT } from '#i18n'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/page-header'
import type { CopyCount } from '@/lib/copies/queries'
import { paths } from '@/lib/paths'

/** How many keep a copy, and how to be told what has to go from one. */
export function CopiesOfIt({
  slug,
  count,
  vets,
}: {
  slug: string
  count: CopyCount
  /** Whether its reader may see who they are. */
  vets: boolean
}) {
  const t = useT('copies')
  return (
    <Section title={t('public.title')}>
      <p className="mb-3">{t('public.count', { n: count.holders, current: count.current })}</p>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        <li>
          <Link className="link" href={paths.copies(slug)}>
            {t('public.register')}
          </Link>
        </li>
        <li>
          <a className="link" href={paths.pendingRemovals(slug)}>
            {t('public.list')}
          </a>
        </li>
        {vets ? (
          <li>
            <Link className="link" href={paths.datasetCopies(slug)}>
              {t('team.lead')}
            </Link>
          </li>
        ) : null}
      </ul>
    </Section>
  )
}
