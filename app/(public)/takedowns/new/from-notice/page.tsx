import type { Metadata } from 'next'
import { Messages } from '@/app/messages'
import { datasetOptions } from '@/lib/datasets/options'
import { getT } from '@/lib/i18n/server'
import { env } from '@/lib/runtime/env'
import { draftAction, sendAction } from '../../actions'
import { readLetterAction } from './actions'
import { NoticeIntake } from './notice-intake'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('notices')
  return { title: t('title'), robots: { index: false } }
}

export default async function FromNoticePage({ searchParams }: Props) {
  const { dataset } = await searchParams
  return (
    <Messages areas={['takedowns', 'notices', 'attachments']}>
      <NoticeIntake
        datasets={await datasetOptions()}
        dataset={typeof dataset === 'string' ? dataset.slice(0, 64) : ''}
        origin={env().url}
        readAction={readLetterAction}
        draftAction={draftAction}
        sendAction={sendAction}
      />
    </Messages>
  )
}
