import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { ShowNow } from '@/components/form/show-now'
import { SubmitButton } from '@/components/form/submit-button'
import { ChangeList } from '@/components/ui/change-list'
import { PageHeader, Section } from '@/components/ui/page-header'
import { can } from '@/lib/auth/permissions'
import { requireMemberPage } from '@/lib/auth/session'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { hiddenPerDay, reportLimitChanges, reportLimitVersion } from '@/lib/review/report-limit'
import { reportLimitAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('team.reportLimit')
  return { title: t('title') }
}

/** How much one person's reports hide in a day, in all datasets together; and who changed that. */
export default async function ReportLimitPage() {
  const actor = await requireMemberPage(paths.reportLimit())
  if (!can(actor, 'reports.limit')) notFound()
  const [most, changes, t, verb, team] = await Promise.all([
    hiddenPerDay(),
    reportLimitChanges(),
    getT('team.reportLimit'),
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
        <Form action={reportLimitAction}>
          <input type="hidden" name="opened" value={reportLimitVersion(most)} />
          <ShowNow />
          <TextField
            name="hiddenPerDay"
            label={t('label')}
            hint={t('hint')}
            inputMode="numeric"
            defaultValue={most}
            className="max-w-32"
          />
          <SubmitButton pendingLabel={verb('saving')}>{verb('save')}</SubmitButton>
        </Form>
      </div>
      <Section title={t('changes')}>
        <ChangeList
          none={t('none')}
          changes={changes.map(({ number, at, by, before, after }) => ({
            ...{ key: number, at },
            said: t('changed', { by, before: String(before), after: String(after) }),
          }))}
        />
      </Section>
    </>
  )
}
