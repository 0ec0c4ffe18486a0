import type { Metadata } from 'next'
import { useT } from '#i18n'
import { FileField, TextareaField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { PageHeader, Section } from '@/components/ui/page-header'
import { StretchPager } from '@/components/ui/stretch-pager'
import { cannot } from '@/lib/auth/cannot'
import { requireMemberPage } from '@/lib/auth/session'
import { orNotFound } from '@/lib/http/or-not-found'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { askedByYou } from '@/lib/takedowns/own-request'
import { reachView } from '@/lib/takedowns/reach-view'
import { may } from '@/lib/takedowns/status'
import { ReachPanel } from '../reach-panel'
import { nearAction } from './actions'
import { Agree } from './agree'
import { DryRun } from './dry-run'
import { TargetReachView } from './target-reach'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('reach')
  return { title: t('title') }
}

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What a request reaches, item by item, and what it would come to: to be confirmed, narrowed or widened before anything is decided. */
export default async function ReachPage({ params, searchParams }: Props) {
  const [{ id }, { from: asked }] = await Promise.all([params, searchParams])
  const actor = await requireMemberPage(paths.requestReach(id))
  const view = await orNotFound(reachView(actor, id, asked))
  const [t, requests] = await Promise.all([getT('reach'), getT('requests')])
  const { request, summary, targets, stretch } = view
  const denied = cannot(
    actor,
    request.restricted ? 'restricted.handle' : 'takedown.handle',
    request.datasetId,
  )
  const isOpen = may(request.status, 'act')
  return (
    <>
      <PageHeader
        trail={[
          { href: paths.requests(), label: requests('title') },
          { href: paths.request(id), label: t('back', { reference: request.reference }) },
        ]}
        title={t('heading', { reference: request.reference })}
      />
      {summary ? (
        <>
          <DryRun summary={summary} />
          <Agree view={view} actorId={actor.id} isOpen={isOpen} denied={await askedByYou(actor, id)} />
        </>
      ) : (
        <ReachPanel requestId={id} />
      )}
      {targets.map((target) => (
        <TargetReachView
          key={target.id}
          requestId={id}
          target={target}
          denied={isOpen ? (denied ?? null) : t('errors.notOpen')}
        />
      ))}
      <StretchPager stretch={stretch} href={(from) => paths.requestReach(id, from)} />
      {isOpen && !denied ? <NearForm requestId={id} /> : null}
    </>
  )
}

function NearForm({ requestId }: { requestId: string }) {
  const t = useT('reach.near')
  return (
    <Section title={t('title')}>
      <p className="mb-4 max-w-prose">{t('lead')}</p>
      <div className="max-w-form">
        <Form action={nearAction} resetOnSuccess>
          <input type="hidden" name="requestId" value={requestId} />
          <TextareaField name="text" label={t('text')} hint={t('hint')} rows={6} />
          <FileField name="file" label={t('file')} type="file" accept=".txt,text/plain" />
          <SubmitButton kind="secondary">{t('submit')}</SubmitButton>
        </Form>
      </div>
    </Section>
  )
}
