import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Messages } from '@/app/messages'
import { ViewingField } from '@/app/(console)/queue/viewing-field'
import { Form } from '@/components/form/form'
import { ShowNow } from '@/components/form/show-now'
import { SubmitButton } from '@/components/form/submit-button'
import { ChangeList } from '@/components/ui/change-list'
import { PageHeader, Section } from '@/components/ui/page-header'
import { can } from '@/lib/auth/permissions'
import { requireMemberPage } from '@/lib/auth/session'
import { listCategories } from '@/lib/flags/queries'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { viewingInWords } from '@/lib/review/describe-change'
import { versionOf } from '@/lib/review/opened'
import { siteViewingChanges, siteViewingOf } from '@/lib/review/site-viewing'
import { siteViewingAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('viewing.site')
  return { title: t('title') }
}

/** How texts are shown in every dataset, where neither its leads nor a reviewer chose otherwise; and who changed that. */
export default async function SiteViewingPage() {
  const actor = await requireMemberPage(paths.siteViewing())
  if (!can(actor, 'viewing.set')) notFound()
  const [viewing, changes, categories, t, verb, team] = await Promise.all([
    siteViewingOf(),
    siteViewingChanges(),
    listCategories(),
    getT('viewing.site'),
    getT('labels.verb'),
    getT('team'),
  ])
  return (
    <>
      <PageHeader
        title={t('title')}
        trail={[{ href: paths.team(), label: team('title') }]}
        lead={t('lead')}
      />
      <div className="max-w-2xl">
        <Messages areas={['viewing']}>
          <Form action={siteViewingAction}>
            <input type="hidden" name="opened" value={versionOf(viewing)} />
            <ShowNow />
            <ViewingField categories={categories.filter(({ restricted }) => !restricted)} viewing={viewing} />
            <SubmitButton pendingLabel={verb('saving')}>{verb('save')}</SubmitButton>
          </Form>
        </Messages>
      </div>
      <Section title={t('changes')}>
        <ChangeList
          none={t('none')}
          changes={changes.map(({ number, at, by, before, after }) => ({
            ...{ key: number, at },
            said: t('changed', {
              by,
              before: viewingInWords(before, 'plain'),
              after: viewingInWords(after, 'plain'),
            }),
          }))}
        />
      </Section>
    </>
  )
}
