import type { Metadata } from 'next'
import { Callout } from '@/components/ui/callout'
import { PageHeader, Section } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { datasetOptions } from '@/lib/datasets/options'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { notSearchedBy, registerFilter } from '@/lib/register/filter'
import { countedMonths, registerPage } from '@/lib/register/queries'
import { CountedTable } from './counted-table'
import { RegisterTable } from './register-table'
import { SearchForm } from './search-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('register')
  return {
    title: t('title'),
    description: t('description'),
    alternates: { types: { 'application/atom+xml': paths.registerFeed() } },
  }
}

/** Where a search leads: whoever hears or sees little of the page at once is told first what came of it. */
const FOUND = 'found'

export default async function RegisterPage({ searchParams }: PageProps<'/register'>) {
  const given = await searchParams
  const filter = registerFilter.parse(given)
  const [{ entries, next }, counted, datasets, t] = await Promise.all([
    registerPage(filter),
    countedMonths(),
    datasetOptions(),
    getT('register'),
  ])
  const { after, ...asked } = filter
  const ignored = notSearchedBy(given, filter)
  const names = new Map(datasets.map(({ slug, name }) => [slug, name]))
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={
          <>
            <p>{t('lead')}</p>
            <p className="mt-2 text-sm">
              {t.rich('alsoAs', {
                json: (words) => (
                  <a href={paths.registerJson(asked)} className="link">
                    {words}
                  </a>
                ),
                feed: (words) => (
                  <a href={paths.registerFeed()} className="link">
                    {words}
                  </a>
                ),
              })}
            </p>
          </>
        }
      />
      <SearchForm asked={asked} datasets={datasets} found={FOUND} />
      <h2 id={FOUND} tabIndex={-1} className="mb-3 scroll-mt-4 text-lg">
        {t(next === null ? 'found' : 'foundNewest', { n: entries.length })}
      </h2>
      {ignored.length > 0 ? (
        <div className="mb-6">
          <Callout tone="warn">
            {t(asked.outcome === 'rescinded' ? 'search.allRescinded' : 'search.notUnderstood', {
              names: ignored.map((name) => t(`search.${name}`)).join(', '),
            })}
          </Callout>
        </div>
      ) : null}
      {entries.length === 0 ? (
        <p className="max-w-prose text-base text-ink-soft">{t('none')}</p>
      ) : (
        <RegisterTable entries={entries} names={names} />
      )}
      <Pager
        olderHref={next && paths.register({ ...asked, after: next })}
        newerHref={after ? paths.register(asked) : null}
        newer={t('newest')}
      />
      <Section title={t('counted.title')}>
        <CountedTable months={counted} />
      </Section>
    </>
  )
}
