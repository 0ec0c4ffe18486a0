import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { datasetOptions } from '@/lib/datasets/options'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import { isKind, KIND_FORMS } from '@/lib/takedowns/kinds'
import { draftAction, sendAction } from '../actions'
import { TakedownForm } from './takedown-form'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { kind } = await searchParams
  return {
    title: isKind(kind) ? KIND_FORMS[kind].title : 'Ask for something to be taken out',
    robots: { index: false },
  }
}

export default async function NewTakedownPage({ searchParams }: Props) {
  const { kind, dataset, target } = await searchParams
  if (!isKind(kind)) redirect(paths.takedowns())
  return (
    <TakedownForm
      key={kind}
      kind={kind}
      datasets={await datasetOptions()}
      given={{ dataset: text(dataset), targets: text(target) }}
      origin={env().url}
      draftAction={draftAction}
      sendAction={sendAction}
    />
  )
}

const text = (value: string | string[] | undefined) => (typeof value === 'string' ? value.slice(0, 500) : '')
