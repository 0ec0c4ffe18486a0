import type { Metadata } from 'next'
import { QuestionPage } from '@/components/shell/question-page'
import { LinkButton } from '@/components/ui/button'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('copies.left')
  return { title: t('title'), robots: { index: false } }
}

export default async function CopiesLeftPage() {
  const t = await getT('copies.left')
  return (
    <QuestionPage title={t('title')} lead={t('lead')}>
      <LinkButton href={paths.datasets()} size="lg">
        {t('action')}
      </LinkButton>
    </QuestionPage>
  )
}
