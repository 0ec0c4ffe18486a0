import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/page-header'
import { ProgressBar } from '@/components/ui/progress-bar'
import type { importRuns } from '@/lib/datasets/queries'
import { formatBytes, formatRate } from '@/lib/format'
import { AutoRefresh } from '@/components/ui/auto-refresh'

type Runs = Awaited<ReturnType<typeof importRuns>>

/** Imports under way, with rate and time left, and the last one that failed. */
export function ImportRuns({ runs, slug }: { runs: Runs; slug: string }) {
  const active = runs.filter((run) => run.state === 'queued' || run.state === 'running')
  const [latest] = runs
  if (active.length === 0 && latest?.state !== 'failed') return null
  return (
    <Section title="Import">
      {active.map((run) => (
        <ProgressBar key={run.id} {...progress(run)} />
      ))}
      {active.length > 0 ? <AutoRefresh seconds={2} /> : null}
      {active.length === 0 && latest?.state === 'failed' ? (
        <Callout tone="bad" title={`The last import of ${slug} failed`}>
          {latest.error ?? 'The reason was not recorded.'} Nothing of what had been read is lost: import the
          same files again to go on.
        </Callout>
      ) : null}
    </Section>
  )
}

function progress(run: Runs[number]) {
  const seconds = run.startedAt ? (Date.now() - run.startedAt.getTime()) / 1000 : 0
  const bytesPerSecond = seconds > 0 ? run.bytesDone / seconds : 0
  return {
    label: run.state === 'queued' ? 'Waiting for the worker' : 'Importing',
    done: run.bytesDone,
    total: run.bytesTotal || null,
    amount: `${formatBytes(run.bytesDone)} of ${formatBytes(run.bytesTotal)}`,
    rate: seconds > 0 ? formatRate(run.rowsDone / seconds, 'rows') : undefined,
    secondsLeft: bytesPerSecond > 0 ? (run.bytesTotal - run.bytesDone) / bytesPerSecond : null,
  }
}
