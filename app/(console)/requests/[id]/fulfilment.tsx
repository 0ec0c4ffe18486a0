import { CarriedOut } from '@/components/release/carried-out'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/page-header'
import { fulfilmentOf } from '@/lib/fulfilment/queries'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import type { RequestView } from '@/lib/takedowns/queries'

/** From the decision to a release without it; nothing before there is a decision that takes something away. */
export async function Fulfilment({ request }: { request: RequestView }) {
  const [view, t] = await Promise.all([fulfilmentOf(request), getT('fulfilment')])
  if (!view) return null
  return (
    <Section title={t('title')}>
      <CarriedOut view={view} proofHref={(entryId) => paths.requestProof(request.id, entryId)} />
      <p className="mt-4">
        <Link className="link" href={paths.datasetCopies(request.slug)}>
          {t('hosts.maintain')}
        </Link>
      </p>
    </Section>
  )
}
