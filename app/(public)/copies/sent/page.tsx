import type { Metadata } from 'next'
import { CheckYourMail } from '@/components/shell/check-your-mail'
import { CONFIRM_HOURS } from '@/lib/copies/labels'
import { ADDRESS_LIMIT } from '@/lib/copies/register'
import { getT } from '@/lib/i18n/server'
import { mailIsHeld } from '@/lib/mail/queries'
import { paths } from '@/lib/paths'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('account.checkMail')
  return { title: t('title'), robots: { index: false } }
}

export default async function CopiesSentPage() {
  const t = await getT('copies.sent')
  return (
    <CheckYourMail
      isHeld={mailIsHeld()}
      letters={ADDRESS_LIMIT.max}
      again={{ href: paths.copies(), label: t('again') }}
    >
      {t('text', { hours: CONFIRM_HOURS })}
    </CheckYourMail>
  )
}
