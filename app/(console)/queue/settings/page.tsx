import type { Metadata } from 'next'
import { Messages } from '@/app/messages'
import { CheckboxesField } from '@/components/form/choice-fields'
import { TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { PageHeader } from '@/components/ui/page-header'
import { requireMemberPage } from '@/lib/auth/session'
import { categoryName } from '@/lib/detection/category-name'
import { localeOfReader } from '@/lib/i18n/say'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { caseAddress } from '@/lib/review/input'
import { choosableCategories, preferencesOf } from '@/lib/review/preferences'
import { queuesFor } from '@/lib/review/shift'
import { languageName } from '@/lib/text/language'
import { savePreferencesAction } from '../actions'
import { LimitsField } from '../limits-field'
import { ViewingField } from '../viewing-field'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('queue')
  return { title: t('whatISee') }
}

/** Asked before the first case, and open to change at any time. */
export default async function QueueSettingsPage({ searchParams }: PageProps<'/queue/settings'>) {
  const back = caseAddress.parse((await searchParams)['back'])
  const actor = await requireMemberPage(paths.queueSettings(back))
  const [preferences, choosable, datasets, t, content, verb, locale] = await Promise.all([
    preferencesOf(actor),
    choosableCategories(),
    queuesFor(actor),
    getT('queue'),
    getT('viewing.content'),
    getT('labels.verb'),
    localeOfReader(),
  ])
  const categories = choosable.map((category) => ({ ...category, label: categoryName(category.id) }))
  const chosen =
    preferences?.categories ?? categories.filter(({ sensitive }) => !sensitive).map(({ id }) => id)
  return (
    <>
      <PageHeader
        title={preferences ? t('whatISee') : t('settings.first')}
        trail={preferences ? [{ href: paths.queues(), label: t('title') }] : undefined}
        lead={t('settings.lead')}
      />
      <div className="max-w-xl">
        <Form action={savePreferencesAction}>
          {back ? <input type="hidden" name="back" value={back} /> : null}
          <CheckboxesField
            name="categories[]"
            legend={t('settings.categories.legend')}
            hint={t('settings.categories.hint')}
            options={categories.map(({ id, label }) => ({
              value: id,
              label,
              hint: isDescribed(id) ? content(id) : undefined,
            }))}
            defaultValues={chosen}
          />
          <TextField
            name="dailyCap"
            label={t('settings.dailyCap.label')}
            hint={t('settings.dailyCap.hint')}
            inputMode="numeric"
            defaultValue={preferences?.dailyCap ?? ''}
            className="max-w-32"
          />
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField
              name="breakAfter"
              label={t('settings.breakAfter.label')}
              hint={t('settings.breakAfter.hint')}
              inputMode="numeric"
              defaultValue={preferences ? (preferences.breakAfter ?? '') : 30}
            />
            <TextField
              name="breakMinutes"
              label={t('settings.breakMinutes.label')}
              hint={t('settings.breakMinutes.hint')}
              inputMode="numeric"
              defaultValue={preferences?.breakMinutes ?? 10}
            />
          </div>
          <Messages areas={['limits']}>
            <LimitsField
              categories={categories}
              caps={preferences?.dailyCaps ?? {}}
              breaks={preferences?.breaks ?? {}}
              hint={t('settings.limits')}
            />
          </Messages>
          <TextField
            name="languages"
            label={t('settings.languages.label')}
            hint={t('settings.languages.hint')}
            defaultValue={preferences?.languages?.map((code) => languageName(code, locale)).join(', ')}
            autoComplete="off"
            spellCheck={false}
          />
          <Messages areas={['viewing']}>
            <ViewingField
              categories={categories}
              viewing={preferences?.viewing ?? {}}
              own={new Set(Object.keys(preferences?.viewing ?? {}))}
            />
          </Messages>
          {datasets.length > 0 ? (
            <CheckboxesField
              name="conflicts[]"
              legend={t('settings.conflicts.legend')}
              hint={t('settings.conflicts.hint')}
              options={datasets.map(({ datasetId, name }) => ({ value: datasetId, label: name }))}
              defaultValues={preferences?.recused ?? []}
            />
          ) : null}
          <SubmitButton>{preferences || back ? verb('save') : t('settings.begin')}</SubmitButton>
        </Form>
      </div>
    </>
  )
}

/** Restricted categories are not: nobody agrees to see those here. */
const DESCRIBED = ['pii', 'secrets', 'copyright', 'licence', 'hate', 'illegal', 'opt_out', 'other'] as const
const isDescribed = (id: string): id is (typeof DESCRIBED)[number] => DESCRIBED.some((known) => known === id)
