import type { ReactNode } from 'react'
import { LinkButton } from '@/components/ui/button'
import { listDatasets } from '@/lib/datasets/queries'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { acceptingDatasets } from '@/lib/volunteers/accepting'
import { Latest } from './latest'

export default async function HomePage() {
  const [datasets, accepting, t] = await Promise.all([listDatasets(), acceptingDatasets(), getT('home')])
  return (
    <>
      <h1 className="max-w-prose text-4xl leading-tight sm:text-5xl sm:leading-[1.08]">{t('title')}</h1>
      <p className="mt-4 max-w-prose text-lg leading-relaxed text-ink-soft">{t('lead')}</p>
      <div className="mt-10 grid gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-2">
        <Door
          title={t('inside.title')}
          action={
            <div className="flex flex-wrap gap-3">
              <LinkButton href={paths.takedownNew()} kind="primary" size="lg">
                {t('inside.action')}
              </LinkButton>
              <LinkButton href={paths.lookup()} kind="quiet" size="lg">
                {t('inside.look')}
              </LinkButton>
            </div>
          }
        >
          {t('inside.text')}
        </Door>
        <Door
          title={t('user.title')}
          action={
            <LinkButton href={paths.datasets()} size="lg">
              {t('user.action')}
            </LinkButton>
          }
        >
          {t('user.text')}
        </Door>
        <Door
          title={t('reviewer.title')}
          action={
            <div className="flex flex-wrap gap-3">
              <LinkButton href={paths.queues()} size="lg">
                {t('reviewer.action')}
              </LinkButton>
              {accepting.length > 0 ? (
                <LinkButton href={paths.join()} kind="quiet" size="lg">
                  {t('reviewer.offer')}
                </LinkButton>
              ) : null}
            </div>
          }
        >
          {t('reviewer.text')}
        </Door>
        <Door
          title={t('maintainer.title')}
          action={
            <LinkButton href={paths.datasetNew()} size="lg">
              {t('maintainer.action')}
            </LinkButton>
          }
        >
          {t('maintainer.text')}
        </Door>
      </div>
      <div className="mt-12">
        <Latest datasets={datasets} />
      </div>
    </>
  )
}

/** One of the four ways in: who you are, what you get, the next step. */
function Door({ title, action, children }: { title: string; action: ReactNode; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3 bg-surface p-6">
      <h2 className="text-xl">{title}</h2>
      <p className="flex-1 leading-relaxed text-ink-soft">{children}</p>
      <div className="mt-2">{action}</div>
    </section>
  )
}
