import type { Metadata } from 'next'
import { CheckYourMail } from '@/components/shell/check-your-mail'
import { getT } from '@/lib/i18n/server'
import { ADDRESS_LIMIT, KEPT_DAYS } from '@/lib/lookup/prove'
import { mailIsHeld } from '@/lib/mail/queries'
import { paths } from '@/lib/paths'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('lookup.sent')
  return { title: t('title'), robots: { index: false } }
}

export default async function LookupSentPage() {
  const t = await getT('lookup.sent')
  return (
    <CheckYourMail
      isHeld={mailIsHeld()}
      letters={ADDRESS_LIMIT.max}
      again={{ href: paths.lookup(), label: t('again') }}
    >
      {t('text', { n: KEPT_DAYS })}
    </CheckYourMail>
  )
}
