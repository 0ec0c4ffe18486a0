import { useT } from '#i18n'
import { LinkButton } from '@/components/ui/button'
import { paths } from '@/lib/paths'
import type { ProcessView } from '@/lib/takedowns/process-view'
import type { RequestView } from '@/lib/takedowns/queries'
import { isToKnow } from '@/lib/takedowns/rights'

/** Somebody asks what there is about them, or that it be corrected: a person looks at the rows. */
export function ToAnswer({
  request,
  answer,
  mayRead,
}: {
  request: RequestView
  answer: NonNullable<ProcessView['answer']>
  mayRead: boolean
}) {
  const t = useT('rights.staff')
  const { proposed } = answer
  return (
    <>
      <p>{t(isToKnow(request) ? 'access' : 'rectification')}</p>
      {proposed ? (
        <p className="font-medium">
          {t(proposed.kind === 'copy' ? 'waitsSecond' : proposed.accepted ? 'accepted' : 'waitsRequester')}
        </p>
      ) : null}
      {mayRead ? (
        <LinkButton href={paths.requestAnswer(request.id)} kind="primary">
          {t(proposed ? 'toLook' : 'toAnswer')}
        </LinkButton>
      ) : null}
    </>
  )
}
