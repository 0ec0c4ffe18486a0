import Link from 'next/link'
import { formatPlural } from '@/lib/format'
import { paths } from '@/lib/paths'
import type { Accepting } from '@/lib/volunteers/accepting'

/** What a volunteer lets themselves in for, before they say anything about themselves. */
export function WhatItIs({ datasets }: { datasets: readonly Accepting[] }) {
  const young = datasets.filter(({ minAccountDays }) => minAccountDays > 0)
  return (
    <section aria-labelledby="what-it-is" className="mb-8 text-base">
      <h2 id="what-it-is" className="text-xl">
        What it is
      </h2>
      <ul className="mt-3 flex list-disc flex-col gap-2 ps-6">
        <li>
          You see texts that were flagged, one at a time, and say what happens to each by the dataset’s
          written policy:{' '}
          {datasets.map(({ slug, name }, i) => (
            <span key={slug}>
              {i > 0 ? ', ' : ''}
              <Link href={paths.policy(slug)} className="link">
                {name}
              </Link>
            </span>
          ))}
          . Mostly others judge the same text, without seeing what you chose, and several have to agree.
        </li>
        <li>
          Some texts are hard to read: contempt, threats, private lives. Before your first case you choose
          which kinds you agree to see, and how many a day; nobody else sees that, and you can change it at
          any time. The gravest kinds are never shown to volunteers.
        </li>
        <li>
          Personal data stays masked until you ask for it. Each time you do is recorded, and there is a limit.
        </li>
        <li>
          Your decisions stand in the dataset’s history under your public name, for good. Reviewers and leads
          do not see your address; admins of this instance do.
        </li>
        {young.map(({ slug, name, minAccountDays }) => (
          <li key={slug}>
            {name}: in the first {formatPlural(minAccountDays, 'day')} your votes are kept, and decide nothing
            yet.
          </li>
        ))}
      </ul>
      <h2 className="mt-6 text-xl">What we ask of you</h2>
      <ul className="mt-3 flex list-disc flex-col gap-2 ps-6">
        <li>Copy nothing out, pass nothing on, and do not look for the people you read about.</li>
        <li>Judge by the policy, not by taste. Where you cannot tell, skip it or ask a lead.</li>
        <li>One account, yours alone. Leave to others what you have an interest of your own in.</li>
      </ul>
    </section>
  )
}
