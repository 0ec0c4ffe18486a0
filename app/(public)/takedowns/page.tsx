import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { QuestionPage } from '@/components/shell/question-page'
import { Link } from '@/components/ui/link'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { termInWords } from '@/lib/takedowns/due-date'
import { KINDS } from '@/lib/takedowns/kinds'
import { isAsked, WHATS, wayOf } from '@/lib/takedowns/router'
import { Choices } from './choices'
import { NextQuestion, ToldPage } from './next-question'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('takedowns')
  return { title: t('title'), description: t('description') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The first question, and those after it at the same address: what was answered stands in it. */
export default async function TakedownsPage({ searchParams }: Props) {
  const asked = await searchParams
  const dataset = textOf(asked.dataset, 64)
  const target = textOf(asked.target, 500)
  const way = wayOf(asked.what, asked.then)
  if (way?.to === 'form')
    redirect(paths.takedownNew(way.kind, dataset, { ...way.chosen, ...(target && { target }) }))
  if (way?.to === 'urgent') redirect(paths.takedownUrgent({ about: way.about, dataset, target }))
  if (way) return <ToldPage what={way.what} dataset={dataset} />
  if (isAsked(asked.what)) return <NextQuestion what={asked.what} dataset={dataset} target={target} />
  return <FirstQuestion dataset={dataset} target={target} />
}

const textOf = (value: string | string[] | undefined, most: number) =>
  typeof value === 'string' && value !== '' ? value.slice(0, most) : undefined

async function FirstQuestion({ dataset, target }: { dataset?: string; target?: string }) {
  const [t, router, label] = await Promise.all([
    getT('takedowns'),
    getT('intake.router'),
    getT('labels.takedownKind'),
  ])
  return (
    <QuestionPage title={router('title')} lead={t('lead')}>
      <Choices
        choices={WHATS.map((what) => ({
          href: paths.takedowns({ what, dataset, target }),
          label: router(`what.${what}.label`),
          hint: router(`what.${what}.hint`),
        }))}
      />

      <h2 className="mt-12 text-xl">{t('how.title')}</h2>
      <ol className="mt-3 flex list-decimal flex-col gap-2 ps-6 text-base">
        <li>{t('how.say')}</li>
        <li>{t('how.confirm')}</li>
        <li>{t('how.decide')}</li>
        <li>{t('how.outcome')}</li>
      </ol>

      <h2 className="mt-10 text-xl">{t('public.title')}</h2>
      <p className="mt-3 text-base text-ink-soft">
        {t.rich('public.text', {
          register: (words) => (
            <Link href={paths.register()} className="link">
              {words}
            </Link>
          ),
        })}
      </p>

      <Folded title={router('all')}>
        <Choices
          choices={KINDS.map((kind) => ({
            href: paths.takedownNew(kind, dataset, target ? { target } : {}),
            label: t(`forms.${kind}.choice`),
            hint: t(`forms.${kind}.choiceHint`),
          }))}
        />
      </Folded>

      <Folded title={t('term.title')}>
        <dl className="text-base">
          {KINDS.map((kind) => (
            <div key={kind} className="flex flex-wrap justify-between gap-x-6 border-b border-line py-2">
              <dt>{label(kind)}</dt>
              <dd className="text-ink-soft">{termInWords(kind)}</dd>
            </div>
          ))}
        </dl>
      </Folded>
    </QuestionPage>
  )
}

/** What only some need, behind its name: the questions are the page. */
function Folded({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="mt-8">
      <summary className="cursor-pointer text-xl">
        <h2 className="inline text-xl">{title}</h2>
      </summary>
      <div className="mt-3">{children}</div>
    </details>
  )
}
