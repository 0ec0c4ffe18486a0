import { LinkButton } from '@/components/ui/button'
import { cannotNominate } from '@/lib/golden/nominate'
import { goldenOfCase } from '@/lib/golden/queries'
import { paths } from '@/lib/paths'
import type { CaseView } from '@/lib/review/case-view'

/** For a lead, on a case whose decision is a good example. */
export async function MakeCheck({ view }: { view: CaseView }) {
  if (cannotNominate(view)) return null
  const { slug } = view.dataset
  const made = await goldenOfCase(view.datasetId, view.id)
  return (
    <p className="mt-4">
      <LinkButton href={made ? paths.goldenItem(slug, made) : paths.goldenNew(slug, view.id)} size="sm">
        {made ? 'This case is a check' : 'Make it a check for reviewers'}
      </LinkButton>
    </p>
  )
}
