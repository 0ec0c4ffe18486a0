import type { Metadata } from 'next'
import { Messages } from '@/app/messages'
import { QuestionPage } from '@/components/shell/question-page'
import { datasetOptions } from '@/lib/datasets/options'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import { isUrgent, type Urgent } from '@/lib/urgent/labels'
import { Choices } from '../choices'
import { Helpers } from './helpers'
import { LeavePage } from './leave-page'
import { UrgentForm } from './urgent-form'

/** Nothing in the title, which stands in the tab and in the history. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('urgent')
  return { title: t('tab'), robots: { index: false } }
}

export default async function UrgentPage({ searchParams }: PageProps<'/takedowns/urgent'>) {
  const { about, dataset, target } = await searchParams
  const given = { dataset: text(dataset), targets: text(target) }
  return (
    <Messages areas={['urgent', 'takedowns']}>
      <LeavePage />
      {isUrgent(about) ? (
        <Report about={about} given={given} />
      ) : (
        <Choose dataset={given.dataset || undefined} target={given.targets || undefined} />
      )}
    </Messages>
  )
}

const text = (value: string | string[] | undefined) => (typeof value === 'string' ? value.slice(0, 500) : '')

async function Choose({ dataset, target }: { dataset?: string; target?: string }) {
  const [t, leave] = await Promise.all([getT('urgent.choose'), getT('urgent.leave')])
  return (
    <QuestionPage title={t('title')} lead={t('lead')}>
      <p className="mb-6 text-base font-medium">{t('danger')}</p>
      <Choices
        choices={(['intimate', 'child'] as const).map((about) => ({
          href: paths.takedownUrgent({ about, dataset, target }),
          label: t(about),
          hint: t(`${about}Hint`),
        }))}
      />
      <div className="mt-12">
        <Helpers about={null} />
      </div>
      <p className="mt-8 text-base text-ink-soft">{leave('history')}</p>
    </QuestionPage>
  )
}

async function Report({ about, given }: { about: Urgent; given: { dataset: string; targets: string } }) {
  const [t, form, back, datasets] = await Promise.all([
    getT('urgent.after'),
    getT(`urgent.form.${about}`),
    getT('urgent'),
    datasetOptions(),
  ])
  return (
    <QuestionPage
      back={{ href: paths.takedownUrgent({ dataset: given.dataset || undefined }), label: back('back') }}
      title={form('title')}
      lead={form('lead')}
    >
      <UrgentForm
        about={about}
        given={given}
        origin={env().url}
        datasets={datasets.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <section className="mt-12">
        <h2 className="text-xl">{t('title')}</h2>
        <ul className="mt-3 flex list-disc flex-col gap-2 ps-6 text-base">
          <li>{t('hidden')}</li>
          <li>{t(about)}</li>
          <li>{t('seen')}</li>
          <li>{t('public')}</li>
        </ul>
      </section>
      <div className="mt-12">
        <Helpers about={about} />
      </div>
    </QuestionPage>
  )
}
