import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Messages } from '@/app/messages'
import { datasetOptions } from '@/lib/datasets/options'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import { isKind } from '@/lib/takedowns/kinds'
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
  const { kind, dataset, target } = await searchParams
  if (!isKind(kind)) redirect(paths.takedowns())
  return (
    <Messages areas={['takedowns']}>
      <TakedownForm
        key={kind}
        kind={kind}
        datasets={await datasetOptions()}
        given={{ dataset: text(dataset), targets: text(target) }}
        origin={env().url}
        draftAction={draftAction}
        sendAction={sendAction}
      />
    </Messages>
  )
}

const text = (value: string | string[] | undefined) => (typeof value === 'string' ? value.slice(0, 500) : '')
