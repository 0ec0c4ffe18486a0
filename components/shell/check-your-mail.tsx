import type { ReactNode } from 'react'
import Link from 'next/link'
import { Callout } from '@/components/ui/callout'
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
  /** How many an address gets in a day, in words. */
  letters: string
  again: { href: string; label: string }
}) {
  return (
    <QuestionPage title="Check your mail">
      <div className="flex flex-col gap-5">
        <p>{children}</p>
        {isHeld ? (
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
          <li>An address gets at most {letters} of these letters a day.</li>
          <li>
            If there was a mistake in the address,{' '}
            <Link href={again.href} className="link">
              {again.label}
            </Link>
            . The first one is erased by itself.
          </li>
        </ul>
      </div>
    </QuestionPage>
  )
}
