import { useT } from '#i18n'
import { DescriptionList } from '@/components/ui/description-list'
import { Link } from '@/components/ui/link'
import type { DatasetView } from '@/lib/datasets/queries'
import { disclosureSentence } from '@/lib/datasets/labels'
import { paths } from '@/lib/paths'
import type { PolicyInForce } from '@/lib/policies/queries'

export function DatasetFacts({
  dataset,
  policy,
  exclusions,
  seesExclusions,
}: {
  dataset: DatasetView
  policy: PolicyInForce
  /** Sources that opt-outs keep out: the number is for everybody, what they are about for nobody. */
  exclusions: number
  seesExclusions: boolean
}) {
  const t = useT('catalogue.facts')
  const kept = t('excluded', { count: exclusions })
  return (
    <DescriptionList
      items={[
        { term: t('licence'), detail: dataset.licence },
        ...(dataset.homepage
          ? [
              {
                term: t('homepage'),
                detail: (
                  <a href={dataset.homepage} rel="noreferrer nofollow" className="link">
                    {dataset.homepage}
                  </a>
                ),
              },
            ]
          : []),
        {
          term: t('policy'),
          detail: (
            <Link href={paths.policy(dataset.slug)} className="link">
              {t(policy.ownText ? 'policyOwn' : 'policyShared', { number: String(policy.number) })}
            </Link>
          ),
        },
        {
          term: t('exclusions'),
          detail: seesExclusions ? (
            <Link href={paths.exclusions(dataset.slug)} className="link">
              {kept}
            </Link>
          ) : (
            kept
          ),
        },
        ...(dataset.territories.length > 0
          ? [{ term: t('profiles'), detail: ['world', ...dataset.territories].join(', ') }]
          : []),
        { term: t('disclosure'), detail: disclosureSentence(dataset.disclosure) },
        {
          term: t('identity'),
          detail: dataset.textFields
            ? t('identityOf', { fields: [...dataset.textFields, ...(dataset.urlFields ?? [])].join(', ') })
            : t('identityLater'),
        },
      ]}
    />
  )
}
