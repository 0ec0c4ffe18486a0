import type { Metadata } from 'next'
import { CheckYourMail } from '@/components/shell/check-your-mail'
import { getT } from '@/lib/i18n/server'
import { mailIsHeld } from '@/lib/mail/queries'
import { paths } from '@/lib/paths'
import { ADDRESS_LIMIT } from '@/lib/volunteers/apply'
import { CONFIRM_HOURS } from '@/lib/volunteers/labels'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('account.checkMail')
  return { title: t('title'), robots: { index: false } }
}

export default async function JoinSentPage() {
  const t = await getT('join.sent')
  return (
    <CheckYourMail
      isHeld={mailIsHeld()}
      letters={ADDRESS_LIMIT.max}
      again={{ href: paths.join(), label: t('again') }}
    >
      {t('text', { hours: CONFIRM_HOURS })}
    </CheckYourMail>
  )
}
