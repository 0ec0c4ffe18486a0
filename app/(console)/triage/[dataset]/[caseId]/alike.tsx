import Link from 'next/link'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Badge } from '@/components/ui/badge'
import { Checkbox } from '@/components/ui/choice'
import { formatPlural } from '@/lib/format'
import { alikeCases, type AlikeCase } from '@/lib/near-duplicates/queries'
import { paths } from '@/lib/paths'
import type { CaseView } from '@/lib/review/case-view'
import { ACTION } from '@/lib/review/labels'
import { prepareBulkAction } from '../bulk/actions'

/**
 * Other items that say nearly the same. Once this case is decided, a lead can decide the open ones among them the same way, all but those
 * they untick.
 */
export async function Alike({ view, mayBulk }: { view: CaseView; mayBulk: boolean }) {
  const { cases, more } = await alikeCases(view)
  if (cases.length === 0) return null
  const open = cases.filter(({ status }) => status === 'open')
  const verdict = view.status === 'decided' ? view.inForce : null
  const offered = mayBulk && verdict?.scope === 'content' && open.length > 0 ? verdict : null
  const rows = cases.map((found) => (
    <li key={found.caseId} className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      {offered && found.status === 'open' ? (
        <Checkbox
          name="caseIds[]"
          value={found.caseId}
          defaultChecked
          label={<CaseLink slug={view.dataset.slug} found={found} />}
        />
      ) : (
        <CaseLink slug={view.dataset.slug} found={found} />
      )}
      <span className="text-ink-soft">
        {found.isMeasured ? '' : 'about '}
        {Math.round(found.similarity * 100)} % the same
      </span>
      <Badge>{found.status === 'open' ? 'open' : found.action ? ACTION[found.action].past : 'decided'}</Badge>
    </li>
  ))
  return (
    <section className="mt-8 text-sm">
      <h2 className="mb-2 text-sm">Nearly the same text</h2>
      <p className="mb-2 text-ink-soft">
        {formatPlural(cases.length, 'other item')}
        {more ? ', and more than are listed,' : ''} in this category. Numbers and punctuation do not count.
      </p>
      {offered ? (
        <Form action={prepareBulkAction}>
          <input type="hidden" name="datasetId" value={view.datasetId} />
          <input type="hidden" name="action" value={offered.action} />
          <input type="hidden" name="reasonCode" value={offered.reasonCode} />
          <input type="hidden" name="policyVersionId" value={view.policy.id} />
          <ul className="flex flex-col gap-1">{rows}</ul>
          <SubmitButton kind="secondary" size="sm" pendingLabel="Looking…">
            Decide the ticked ones the same way
          </SubmitButton>
        </Form>
      ) : (
        <ul className="flex flex-col gap-1">{rows}</ul>
      )}
    </section>
  )
}

const CaseLink = ({ slug, found }: { slug: string; found: AlikeCase }) => (
  <Link href={paths.reviewCase(slug, found.caseId)} className="link font-mono text-xs">
    {found.digest.slice(0, 10)}…
  </Link>
)
