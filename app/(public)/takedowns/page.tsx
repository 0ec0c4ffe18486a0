import type { Metadata } from 'next'
import Link from 'next/link'
import { QuestionPage } from '@/components/shell/question-page'
import { paths } from '@/lib/paths'
import { termInWords } from '@/lib/takedowns/due-date'
import { KIND_FORMS, KINDS } from '@/lib/takedowns/kinds'
import { KIND } from '@/lib/takedowns/labels'

export const metadata: Metadata = {
  title: 'Ask for something to be taken out',
  description:
    'Personal data, your own work, illegal content: ask for it to be taken out of a dataset. No account is needed.',
}

export default async function TakedownsPage({
  searchParams,
}: {
  searchParams: Promise<{ dataset?: string }>
}) {
  const { dataset } = await searchParams
  return (
    <QuestionPage
      title="What would you like to ask?"
      lead="Anybody can ask for something to be taken out of a dataset. It costs nothing and needs no account. A person decides, and tells you why."
    >
      <ul className="divide-y divide-line border-y border-line">
        {KINDS.map((kind) => (
          <li key={kind}>
            <Link
              href={paths.takedownNew(kind, dataset)}
              className="group -mx-3 flex items-center justify-between gap-4 rounded-md px-3 py-4 hover:bg-sunken"
            >
              <span>
                <span className="font-medium text-accent group-hover:text-accent-strong group-hover:underline">
                  {KIND_FORMS[kind].choice}
                </span>
                <span className="block text-base text-ink-soft">{KIND_FORMS[kind].choiceHint}</span>
              </span>
              <span aria-hidden="true" className="text-ink-faint">
                →
              </span>
            </Link>
          </li>
        ))}
      </ul>

      <h2 className="mt-12 text-xl">How it works</h2>
      <ol className="mt-3 flex list-decimal flex-col gap-2 ps-6 text-base">
        <li>You say where it is and what you ask for. The form takes about five minutes.</li>
        <li>You confirm your e-mail address with a link we send you. Until then nobody reads the request.</li>
        <li>A program finds the items you have named. People decide about each of them.</li>
        <li>You get the outcome with its reasons, and can follow everything on a private page.</li>
      </ol>

      <h2 className="mt-10 text-xl">How long it takes</h2>
      <dl className="mt-3 text-base">
        {KINDS.map((kind) => (
          <div key={kind} className="flex flex-wrap justify-between gap-x-6 border-b border-line py-2">
            <dt>{KIND[kind]}</dt>
            <dd className="text-ink-soft">{termInWords(kind)}</dd>
          </div>
        ))}
      </dl>

      <h2 className="mt-10 text-xl">What is public</h2>
      <p className="mt-3 text-base text-ink-soft">
        The public log records that a request about a dataset was made, and when. Never who made it, what it
        names or why. Your name, your address and your words are encrypted, seen only by those who handle
        requests for that dataset, and erased after a year.
      </p>
    </QuestionPage>
  )
}
