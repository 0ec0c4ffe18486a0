'use client'

import { useT } from '#i18n'
import { MessagePage } from '@/components/shell/message-page'
import { Button, LinkButton } from '@/components/ui/button'
import { paths } from '@/lib/paths'

export default function PageError({
  error,
  retry,
}: {
  error: Error & { digest?: string }
  /** Asks the server again. */
  retry: () => void
}) {
  const t = useT('shell')
  return (
    <MessagePage
      title={t('failed.title')}
      actions={
        <>
          <Button kind="primary" onClick={retry}>
            {t('failed.again')}
          </Button>
          <LinkButton href={paths.home()}>{t('notFound.start')}</LinkButton>
        </>
      }
    >
      <p>{t('failed.text')}</p>
      {error.digest ? (
        <p className="mt-3 text-base">
          {t.rich('failed.number', {
            digest: error.digest,
            code: (digest) => <code className="font-mono">{digest}</code>,
          })}
        </p>
      ) : null}
    </MessagePage>
  )
}
