import { LinkButton } from '@/components/ui/button'
import type { CaseView } from '@/lib/review/case-view'
import { cannotNominate } from '@/lib/golden/nominate'
import { paths } from '@/lib/paths'

/** For a lead, on a case whose decision is a good example. */
export function MakeCheck({ view }: { view: CaseView }) {
  if (cannotNominate(view)) return null
  return (
    <p className="mt-4">
      <LinkButton href={paths.goldenNew(view.dataset.slug, view.id)} size="sm">
        Make it a check for reviewers
      </LinkButton>
    </p>
  )
}
