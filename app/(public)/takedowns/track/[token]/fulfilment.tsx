import { CarriedOut } from '@/components/release/carried-out'
import { fulfilmentByLink } from '@/lib/fulfilment/queries'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'

/** What became of the decision in the releases; nothing before something was decided to be taken away. */
export async function Fulfilment({ token }: { token: string }) {
  const [view, t] = await Promise.all([fulfilmentByLink(token), getT('fulfilment')])
  if (!view) return null
  return (
    <section className="text-base">
      <h2 className="mb-4 text-xl">{t('title')}</h2>
      <CarriedOut view={view} proofHref={(entryId) => paths.takedownProof(token, entryId)} />
    </section>
  )
}
