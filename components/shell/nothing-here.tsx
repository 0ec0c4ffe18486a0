import { useT } from '#i18n'
import { LinkButton } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { paths } from '@/lib/paths'
import type { MessageProps } from './message'

/** The same words for what is not there and what may not be seen: they tell nobody which it is. */
export function useNothingHere(): MessageProps {
  const t = useT('shell.notFound')
  return {
    title: t('title'),
    children: (
      <>
        <p>{t('text')}</p>
        <p className="mt-3">
          {t.rich('request', {
            link: (words) => (
              <Link href={paths.takedowns({ what: 'asked', then: 'follow' })} className="link">
                {words}
              </Link>
            ),
          })}
        </p>
      </>
    ),
    actions: (
      <>
        <LinkButton href={paths.datasets()} kind="primary">
          {t('datasets')}
        </LinkButton>
        <LinkButton href={paths.home()}>{t('start')}</LinkButton>
      </>
    ),
  }
}
