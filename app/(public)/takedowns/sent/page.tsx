import type { Metadata } from 'next'
import { CheckYourMail } from '@/components/shell/check-your-mail'
import { mailIsHeld } from '@/lib/mail/queries'
import { paths } from '@/lib/paths'
import { CONFIRM_HOURS } from '@/lib/takedowns/receive'

export const metadata: Metadata = { title: 'Check your mail', robots: { index: false } }

export default function SentPage() {
  return (
    <CheckYourMail
      isHeld={mailIsHeld()}
      letters="five"
      again={{ href: paths.takedowns(), label: 'send the request again' }}
    >
      We have your request and have sent a link to the address you gave. Open it within {CONFIRM_HOURS} hours
      and press the button there. Until then nobody reads the request; if you do nothing, it is erased.
    </CheckYourMail>
  )
}
