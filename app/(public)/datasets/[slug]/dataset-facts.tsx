import Link from 'next/link'
import { DescriptionList } from '@/components/ui/description-list'
import type { DatasetView } from '@/lib/datasets/queries'
import { disclosureSentence } from '@/lib/datasets/labels'
import { paths } from '@/lib/paths'
import type { PolicyInForce } from '@/lib/policies/queries'

export function DatasetFacts({ dataset, policy }: { dataset: DatasetView; policy: PolicyInForce }) {
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
