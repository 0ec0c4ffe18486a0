import type { ReactNode } from 'react'
import { useT } from '#i18n'
import { Arrived } from '@/components/ui/arrived'
import { Callout } from '@/components/ui/callout'
import { Link } from '@/components/ui/link'
import { paths } from '@/lib/paths'
import { QuestionPage } from './question-page'

/** After somebody gave an address: what the letter is for, and what to do when none comes. */
export function CheckYourMail({
  children,
  isHeld,
  letters,
  again,
}: {
  children: ReactNode
  /** This instance sends no mail. */
  isHeld: boolean
  /** How many an address gets in a day. */
  letters: number
  /** What to do when there was a mistake in the address, within that sentence. */
  again: { href: string; label: string }
}) {
  const t = useT('account.checkMail')
  const to = (href: string) =>
    function To(words: ReactNode) {
      return (
        <Link href={href} className="link">
          {words}
        </Link>
      )
    }
  return (
    <QuestionPage title={t('title')}>
      <div className="flex flex-col gap-5">
        <Arrived>
          <p>{children}</p>
        </Arrived>
        {isHeld ? (
          <Callout tone="note" title={t('held')}>
            {t.rich('heldText', { link: to(paths.mailbox()) })}
          </Callout>
        ) : null}
        <h2 className="mt-4 text-xl">{t('none')}</h2>
        <ul className="flex list-disc flex-col gap-2 ps-6 text-base">
          <li>{t('junk')}</li>
          <li>{t('most', { n: letters })}</li>
          <li>{t.rich('mistake', { again: again.label, link: to(again.href) })}</li>
        </ul>
      </div>
    </QuestionPage>
  )
}
