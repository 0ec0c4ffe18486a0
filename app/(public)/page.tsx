import type { ReactNode } from 'react'
import { LinkButton } from '@/components/ui/button'
import { listDatasets } from '@/lib/datasets/queries'
import { paths } from '@/lib/paths'
import { acceptingDatasets } from '@/lib/volunteers/accepting'
import { Latest } from './latest'

export default async function HomePage() {
  const [datasets, accepting] = await Promise.all([listDatasets(), acceptingDatasets()])
  return (
    <>
      <h1 className="max-w-prose text-4xl leading-tight sm:text-5xl sm:leading-[1.08]">
        Open datasets, looked after in the open
      </h1>
      <p className="mt-4 max-w-prose text-lg leading-relaxed text-ink-soft">
        People review what does not belong in a dataset, anybody can ask to be taken out of one, and each
        release is provably the result of those decisions.
      </p>
      <div className="mt-10 grid gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-2">
        <Door
          title="I am in a dataset"
          action={
            <LinkButton href={paths.takedownNew()} kind="primary" size="lg">
              Ask for a takedown
            </LinkButton>
          }
        >
          Your text, your name or your work is in a dataset and should not be. You need no account. You get a
          receipt, a date by which you hear from us, and reasons.
        </Door>
        <Door
          title="I use a dataset"
          action={
            <LinkButton href={paths.datasets()} size="lg">
              Find a release
            </LinkButton>
          }
        >
          Download the manifest of the latest release, check it with tools you already have, and filter your
          own copy with one command.
        </Door>
        <Door
          title="I review"
          action={
            <div className="flex flex-wrap gap-3">
              <LinkButton href={paths.queues()} size="lg">
                Go to the queue
              </LinkButton>
              {accepting.length > 0 ? (
                <LinkButton href={paths.join()} kind="quiet" size="lg">
                  Offer to review
                </LinkButton>
              ) : null}
            </div>
          }
        >
          Flagged items, one at a time, by keyboard. You see what was found and why, decide under a written
          policy, and texts that may hurt stay covered until you ask.
        </Door>
        <Door
          title="I maintain a dataset"
          action={
            <LinkButton href={paths.datasetNew()} size="lg">
              Register a dataset
            </LinkButton>
          }
        >
          Import a revision from the files you publish, keep every earlier decision, and publish a release
          that others can rebuild byte for byte.
        </Door>
      </div>
      <div className="mt-12">
        <Latest datasets={datasets} />
      </div>
    </>
  )
}

/** One of the four ways in: who you are, what you get, the next step. */
function Door({ title, action, children }: { title: string; action: ReactNode; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3 bg-surface p-6">
      <h2 className="text-xl">{title}</h2>
      <p className="flex-1 leading-relaxed text-ink-soft">{children}</p>
      <div className="mt-2">{action}</div>
    </section>
  )
}
