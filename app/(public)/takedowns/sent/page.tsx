import type { Metadata } from 'next'
import { CheckYourMail } from '@/components/shell/check-your-mail'
import { getT } from '@/lib/i18n/server'
import { mailIsHeld } from '@/lib/mail/queries'
import { paths } from '@/lib/paths'
import { CONFIRM_HOURS } from '@/lib/takedowns/confirm-letter'
import { ADDRESS_LIMIT } from '@/lib/takedowns/letter-limits'
import { ForgetDrafts } from './forget-drafts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('takedowns.sent')
  return { title: t('title'), robots: { index: false } }
}

export default async function SentPage() {
  const t = await getT('takedowns.sent')
  return (
    <>
      <ForgetDrafts />
      <CheckYourMail
        isHeld={mailIsHeld()}
        letters={ADDRESS_LIMIT.max}
        again={{ href: paths.takedowns(), label: t('again') }}
      >
        {t('text', { n: CONFIRM_HOURS })}
      </CheckYourMail>
    </>
  )
}
