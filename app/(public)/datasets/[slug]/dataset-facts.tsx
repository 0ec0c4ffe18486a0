import Link from 'next/link'
import { DescriptionList } from '@/components/ui/description-list'
import type { DatasetView } from '@/lib/datasets/queries'
import { disclosureSentence } from '@/lib/datasets/labels'
import { formatPlural } from '@/lib/format'
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
  const kept = `${formatPlural(exclusions, 'source')} kept out of every release`
  return (
    <DescriptionList
      items={[
        { term: 'Licence', detail: dataset.licence },
        ...(dataset.homepage
          ? [
              {
                term: 'Homepage',
                detail: (
                  <a href={dataset.homepage} rel="noreferrer nofollow" className="link">
                    {dataset.homepage}
                  </a>
                ),
              },
            ]
          : []),
        {
          term: 'Policy',
          detail: (
            <Link href={paths.policy(dataset.slug)} className="link">
              Version {policy.number}
              {policy.ownText ? '' : ' of the policy that all datasets here share'}
            </Link>
          ),
        },
        {
          term: 'Standing exclusions',
          detail: seesExclusions ? (
            <Link href={paths.exclusions(dataset.slug)} className="link">
              {kept}
            </Link>
          ) : (
            kept
          ),
        },
        ...(dataset.territories.length > 0
          ? [{ term: 'Releases for', detail: ['world', ...dataset.territories].join(', ') }]
          : []),
        { term: 'Disclosure', detail: disclosureSentence(dataset.disclosure) },
        {
          term: 'Identity of a row',
          detail: dataset.textFields
            ? `SHA-256 of ${[...dataset.textFields, ...(dataset.urlFields ?? [])].join(', ')}`
            : 'set by the first import',
        },
      ]}
    />
  )
}
