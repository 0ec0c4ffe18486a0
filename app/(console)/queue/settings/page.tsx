import type { Metadata } from 'next'
import { Messages } from '@/app/messages'
import { CheckboxesField } from '@/components/form/choice-fields'
import { TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { PageHeader } from '@/components/ui/page-header'
import { datasetsWhere } from '@/lib/auth/permissions'
import { requireMemberPage } from '@/lib/auth/session'
import { categoryName } from '@/lib/detection/category-name'
import { localeOfReader } from '@/lib/i18n/say'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { caseAddress } from '@/lib/review/input'
import { choosableCategories, conflictsOf, preferencesOf } from '@/lib/review/preferences'
import { languageName } from '@/lib/text/language'
import { ownInterests } from '@/lib/volunteers/queries'
import { savePreferencesAction } from '../actions'
import { ConflictsField } from '../conflicts-field'
import { LimitsField } from '../limits-field'
import { ViewingField } from '../viewing-field'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('queue')
  return { title: t('whatISee') }
}

/** Asked before the first case, and open to change at any time; an officer without a dataset declares a conflict here. */
export default async function QueueSettingsPage({ searchParams }: PageProps<'/queue/settings'>) {
  const back = caseAddress.parse((await searchParams)['back'])
  const actor = await requireMemberPage(paths.queueSettings(back))
  const [preferences, choosable, conflicts, interests, t, content, verb, locale] = await Promise.all([
    preferencesOf(actor),
    choosableCategories(),
    conflictsOf(actor),
    ownInterests(actor),
    getT('queue'),
    getT('viewing.content'),
    getT('labels.verb'),
    localeOfReader(),
  ])
  const first = !preferences && datasetsWhere(actor, 'case.review').length > 0
  const categories = choosable.map((category) => ({ ...category, label: categoryName(category.id) }))
  const chosen =
    preferences?.categories ?? categories.filter(({ sensitive }) => !sensitive).map(({ id }) => id)
  return (
    <>
      <PageHeader
        title={first ? t('settings.first') : t('whatISee')}
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
          <ConflictsField {...conflicts} interests={interests} />
          <SubmitButton>{!first || back ? verb('save') : t('settings.begin')}</SubmitButton>
        </Form>
      </div>
    </>
  )
}

/** Restricted categories are not: nobody agrees to see those here. */
const DESCRIBED = ['pii', 'secrets', 'copyright', 'licence', 'hate', 'illegal', 'opt_out', 'other'] as const
const isDescribed = (id: string): id is (typeof DESCRIBED)[number] => DESCRIBED.some((known) => known === id)
