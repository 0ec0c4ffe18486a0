import type { Metadata } from 'next'
import Link from 'next/link'
import { QuestionPage } from '@/components/shell/question-page'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { termInWords } from '@/lib/takedowns/due-date'
import { KINDS } from '@/lib/takedowns/kinds'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('takedowns')
  return { title: t('title'), description: t('description') }
}

export default async function TakedownsPage({
  searchParams,
}: {
  searchParams: Promise<{ dataset?: string }>
}) {
  const { dataset } = await searchParams
  const [t, label] = await Promise.all([getT('takedowns'), getT('labels.takedownKind')])
  return (
    <QuestionPage title={t('question')} lead={t('lead')}>
      <ul className="divide-y divide-line border-y border-line">
        {KINDS.map((kind) => (
          <li key={kind}>
            <Link
              href={paths.takedownNew(kind, dataset)}
              className="group -mx-3 flex items-center justify-between gap-4 rounded-md px-3 py-4 hover:bg-sunken"
            >
              <span>
                <span className="font-medium text-accent group-hover:text-accent-strong group-hover:underline">
                  {t(`forms.${kind}.choice`)}
                </span>
                <span className="block text-base text-ink-soft">{t(`forms.${kind}.choiceHint`)}</span>
              </span>
              <span aria-hidden="true" className="text-ink-faint">
                →
              </span>
            </Link>
          </li>
        ))}
      </ul>

      <h2 className="mt-12 text-xl">{t('how.title')}</h2>
      <ol className="mt-3 flex list-decimal flex-col gap-2 ps-6 text-base">
        <li>{t('how.say')}</li>
        <li>{t('how.confirm')}</li>
        <li>{t('how.decide')}</li>
        <li>{t('how.outcome')}</li>
      </ol>

      <h2 className="mt-10 text-xl">{t('term.title')}</h2>
      <dl className="mt-3 text-base">
        {KINDS.map((kind) => (
          <div key={kind} className="flex flex-wrap justify-between gap-x-6 border-b border-line py-2">
            <dt>{label(kind)}</dt>
            <dd className="text-ink-soft">{termInWords(kind)}</dd>
          </div>
        ))}
      </dl>

      <h2 className="mt-10 text-xl">{t('public.title')}</h2>
      <p className="mt-3 text-base text-ink-soft">{t('public.text')}</p>
    </QuestionPage>
  )
}
