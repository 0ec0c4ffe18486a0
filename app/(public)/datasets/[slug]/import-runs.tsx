import { useT } from '#i18n'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/page-header'
import { ProgressBar } from '@/components/ui/progress-bar'
import type { importRuns } from '@/lib/datasets/queries'
import { formatBytes, formatRate } from '@/lib/format'
import { AutoRefresh } from '@/components/ui/auto-refresh'

type Runs = Awaited<ReturnType<typeof importRuns>>

/** Imports under way, with rate and time left, and the last one that failed. */
export function ImportRuns({ runs, slug }: { runs: Runs; slug: string }) {
  const t = useT('catalogue.imports')
  const active = runs.filter((run) => run.state === 'queued' || run.state === 'running')
  const [latest] = runs
  if (active.length === 0 && latest?.state !== 'failed') return null
  return (
    <Section title={t('title')}>
      {active.map((run) => (
        <ProgressBar key={run.id} {...progress(run, t)} />
      ))}
      {active.length > 0 ? <AutoRefresh seconds={2} /> : null}
      {active.length === 0 && latest?.state === 'failed' ? (
        <Callout tone="bad" title={t('failed', { dataset: slug })}>
          {latest.error ?? t('unknown')} {t('again')}
        </Callout>
      ) : null}
    </Section>
  )
}

type Say = ReturnType<typeof useT<'catalogue.imports'>>

function progress(run: Runs[number], t: Say) {
  const seconds = run.startedAt ? (Date.now() - run.startedAt.getTime()) / 1000 : 0
  const bytesPerSecond = seconds > 0 ? run.bytesDone / seconds : 0
  return {
    label: run.state === 'queued' ? t('waiting') : t('running'),
    done: run.bytesDone,
    total: run.bytesTotal || null,
    amount: t('amount', { done: formatBytes(run.bytesDone), total: formatBytes(run.bytesTotal) }),
    rate: seconds > 0 ? formatRate(run.rowsDone / seconds, t('rows')) : undefined,
    secondsLeft: bytesPerSecond > 0 ? (run.bytesTotal - run.bytesDone) / bytesPerSecond : null,
  }
}
