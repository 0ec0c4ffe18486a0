import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Badge } from '@/components/ui/badge'
import { Checkbox } from '@/components/ui/choice'
import { Link } from '@/components/ui/link'
import type { Member } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { getT } from '@/lib/i18n/server'
import { alikeCases, type AlikeCase } from '@/lib/near-duplicates/queries'
import { paths } from '@/lib/paths'
import type { CaseView } from '@/lib/review/case-view'
import { triageRows } from '@/lib/review/queries'
import { prepareBulkAction } from '../bulk/actions'
import { CaseSnippet } from '../case-snippet'

/**
 * Other items that say nearly the same. Once this case is decided, a lead can decide the open ones among them the same way, all but those
 * they untick.
 */
export async function Alike({ view, reader }: { view: CaseView; reader: Member }) {
  const [{ cases, more }, t, labels] = await Promise.all([alikeCases(view), getT('caseFile'), getT('labels')])
  if (cases.length === 0) return null
  const mayBulk = can(reader, 'case.bulk', view.datasetId)
  // An officer from outside the team reads this case and none of those.
  const snippets = can(reader, 'case.view', view.datasetId)
    ? await snippetsOf(view.datasetId, cases, reader)
    : null
  const open = cases.filter(({ status }) => status === 'open')
  const verdict = view.status === 'decided' ? view.inForce : null
  const offered = mayBulk && verdict?.scope === 'content' && open.length > 0 ? verdict : null
  const rows = cases.map((found) => (
    <li key={found.caseId} className="flex flex-wrap items-baseline gap-x-3">
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
        {t(found.isMeasured ? 'alike.same' : 'alike.aboutSame', {
          percent: String(Math.round(found.similarity * 100)),
        })}
      </span>
      <Badge>
        {found.status !== 'open' && found.action ? labels(`action.${found.action}.past`) : t(found.status)}
      </Badge>
      {snippets ? (
        <p className="w-full truncate">
          <CaseSnippet snippet={snippets.get(found.caseId) ?? { kind: 'gone' }} />
        </p>
      ) : null}
    </li>
  ))
  return (
    <section className="mt-8 text-sm">
      <h2 className="mb-2 text-sm">{t('alike.title')}</h2>
      <p className="mb-2 text-ink-soft">
        {t(more ? 'alike.leadMore' : 'alike.lead', { count: cases.length })}
      </p>
      {offered ? (
        <Form action={prepareBulkAction}>
          <input type="hidden" name="datasetId" value={view.datasetId} />
          <input type="hidden" name="action" value={offered.action} />
          <input type="hidden" name="reasonCode" value={offered.reasonCode} />
          {offered.label ? <input type="hidden" name="label" value={offered.label} /> : null}
          {offered.territories?.map((territory) => (
            <input key={territory} type="hidden" name="territories[]" value={territory} />
          ))}
          <input type="hidden" name="policyVersionId" value={view.policy.id} />
          <ul className="flex flex-col gap-3">{rows}</ul>
          <SubmitButton kind="secondary" size="sm" pendingLabel={t('alike.looking')}>
            {t('alike.decide')}
          </SubmitButton>
        </Form>
      ) : (
        <ul className="flex flex-col gap-3">{rows}</ul>
      )}
    </section>
  )
}

/** What tells one from another: of nearly the same texts the lines that differ are what an exception is made by. */
async function snippetsOf(datasetId: string, cases: readonly AlikeCase[], reader: Member) {
  const places = cases.map(({ caseId }) => ({ dataset_id: datasetId, id: caseId }))
  const rows = await triageRows(places, reader)
  return new Map(rows.map(({ id, snippet }) => [id, snippet]))
}

const CaseLink = ({ slug, found }: { slug: string; found: AlikeCase }) => (
  <Link href={paths.reviewCase(slug, found.caseId)} className="link font-mono text-xs">
    {found.digest.slice(0, 10)}…
  </Link>
)
