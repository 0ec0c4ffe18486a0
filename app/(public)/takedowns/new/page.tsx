import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Messages } from '@/app/messages'
import { datasetOptions } from '@/lib/datasets/options'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import type { TakedownKind } from '@/lib/takedowns/attestations'
import { isKind, questionsOf } from '@/lib/takedowns/kinds'
import { draftAction, sendAction } from '../actions'
import { TakedownForm } from './takedown-form'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [{ kind }, t] = await Promise.all([searchParams, getT('takedowns')])
  return {
    title: isKind(kind) ? t(`forms.${kind}.title`) : t('title'),
    robots: { index: false },
  }
}

export default async function NewTakedownPage({ searchParams }: Props) {
  const asked = await searchParams
  const { kind, dataset, target } = asked
  if (!isKind(kind))
    redirect(paths.takedowns({ dataset: text(dataset) || undefined, target: text(target) || undefined }))
  const lane = questionsOf(kind)
    .flatMap(({ name, options = [] }) => options.filter(({ value }) => value === text(asked[name])))
    .find((option) => option.lane)?.lane
  if (lane) redirect(paths.takedownUrgent({ about: lane, dataset: text(dataset), target: text(target) }))
  return (
    <Messages areas={['takedowns', 'notices', 'attachments']}>
      <TakedownForm
        key={kind}
        kind={kind}
        datasets={await datasetOptions()}
        given={{ ...chosenOf(kind, asked), dataset: text(dataset), targets: text(target) }}
        origin={env().url}
        draftAction={draftAction}
        sendAction={sendAction}
      />
    </Messages>
  )
}

/** Choices and references that the link here has made already: never words that somebody else would have written. */
const chosenOf = (kind: TakedownKind, asked: Record<string, string | string[] | undefined>) =>
  Object.fromEntries(
    questionsOf(kind).flatMap(({ name, options }) => {
      const value = text(asked[name])
      const fits = options ? options.some((option) => option.value === value) : name === 'reference'
      return fits && value !== '' ? [[name, value.slice(0, 20)]] : []
    }),
  )

const text = (value: string | string[] | undefined) => (typeof value === 'string' ? value.slice(0, 500) : '')
