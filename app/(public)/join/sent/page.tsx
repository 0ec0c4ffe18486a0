import type { Metadata } from 'next'
import { CheckYourMail } from '@/components/shell/check-your-mail'
import { mailIsHeld } from '@/lib/mail/queries'
import { paths } from '@/lib/paths'
import { CONFIRM_HOURS } from '@/lib/volunteers/labels'

export const metadata: Metadata = { title: 'Check your mail', robots: { index: false } }

export default function JoinSentPage() {
  return (
    <CheckYourMail
      isHeld={mailIsHeld()}
      letters="three"
      again={{ href: paths.join(), label: 'send the offer again' }}
    >
      We have sent a link to the address you gave. Open it within {CONFIRM_HOURS} hours and follow it. Until
      then nobody reads your offer; if you do nothing, it is erased.
    </CheckYourMail>
  )
}
