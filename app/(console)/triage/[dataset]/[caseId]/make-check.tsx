import { LinkButton } from '@/components/ui/button'
import { cannotNominate } from '@/lib/golden/nominate'
import { goldenOfCase } from '@/lib/golden/queries'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import type { CaseView } from '@/lib/review/case-view'

/** For a lead, on a case whose decision is a good example. */
export async function MakeCheck({ view }: { view: CaseView }) {
  if (cannotNominate(view)) return null
  const { slug } = view.dataset
  const [made, t] = await Promise.all([goldenOfCase(view.datasetId, view.id), getT('caseFile.check')])
  return (
    <p className="mt-4">
      <LinkButton href={made ? paths.goldenItem(slug, made) : paths.goldenNew(slug, view.id)} size="sm">
        {made ? t('isOne') : t('make')}
      </LinkButton>
    </p>
  )
}
