import type { Metadata } from 'next'
import Link from 'next/link'
import { QuestionPage } from '@/components/shell/question-page'
import { Callout } from '@/components/ui/callout'
import { mailIsHeld } from '@/lib/mail/queries'
import { paths } from '@/lib/paths'
import { CONFIRM_HOURS } from '@/lib/volunteers/labels'

export const metadata: Metadata = { title: 'Check your mail', robots: { index: false } }

export default function JoinSentPage() {
  return (
    <QuestionPage title="Check your mail">
      <div className="flex flex-col gap-5">
        <p>
          We have sent a link to the address you gave. Open it within {CONFIRM_HOURS} hours and follow it.
          Until then nobody reads your offer; if you do nothing, it is erased.
        </p>
        {mailIsHeld() ? (
          <Callout tone="note" title="This instance sends no mail">
            It is set up without a mail server. An admin finds the letter in the{' '}
            <Link href={paths.mailbox()} className="link">
              mailbox
            </Link>
            .
          </Callout>
        ) : null}
        <h2 className="mt-4 text-xl">No mail after some minutes?</h2>
        <ul className="flex list-disc flex-col gap-2 ps-6 text-base">
          <li>Look into the folder for unwanted mail.</li>
          <li>An address gets at most three of these letters a day.</li>
          <li>
            If there was a mistake in the address,{' '}
            <Link href={paths.join()} className="link">
              send the offer again
            </Link>
            . The first one is erased by itself.
          </li>
        </ul>
      </div>
    </QuestionPage>
  )
}
