import { useT } from '#i18n'
import { Link } from '@/components/ui/link'
import { paths } from '@/lib/paths'
import type { Accepting } from '@/lib/volunteers/accepting'

/** What a volunteer lets themselves in for, before they say anything about themselves. */
export function WhatItIs({ datasets }: { datasets: readonly Accepting[] }) {
  const t = useT('join.what')
  const young = datasets.filter(({ minAccountDays }) => minAccountDays > 0)
  const policies = datasets.map(({ slug, name }, i) => (
    <span key={slug}>
      {i > 0 ? ', ' : ''}
      <Link href={paths.policy(slug)} className="link">
        {name}
      </Link>
    </span>
  ))
  return (
    <section aria-labelledby="what-it-is" className="mb-8 text-base">
      <h2 id="what-it-is" className="text-xl">
        {t('title')}
      </h2>
      <ul className="mt-3 flex list-disc flex-col gap-2 ps-6">
        <li>{t.rich('texts', { policies: () => policies })}</li>
        <li>{t('hard')}</li>
        <li>{t('masked')}</li>
        <li>{t('history')}</li>
        {young.map(({ slug, name, minAccountDays }) => (
          <li key={slug}>{t('young', { name, days: minAccountDays })}</li>
        ))}
      </ul>
      <h2 className="mt-6 text-xl">{t('asked.title')}</h2>
      <ul className="mt-3 flex list-disc flex-col gap-2 ps-6">
        <li>{t('asked.secrecy')}</li>
        <li>{t('asked.policy')}</li>
        <li>{t('asked.account')}</li>
      </ul>
    </section>
  )
}
