import { useT } from '#i18n'
import { formatDuration, formatPercent } from '@/lib/format'

export type ProgressFacts = {
  label: string
  done: number
  /** null while the size of the work is not known yet */
  total: number | null
  /** what was done and is to be done, in words: "12.4 MiB of 98 MiB" */
  amount?: string
  /** "48 200 rows/s" */
  rate?: string
  secondsLeft?: number | null
}

/** Progress with its numbers in words: how much, how fast, how long still. */
export function ProgressBar({ label, done, total, amount, rate, secondsLeft }: ProgressFacts) {
  const t = useT('forms.progress')
  const part = total === null || total <= 0 ? null : Math.min(1, done / total)
  const words = [
    amount,
    rate,
    secondsLeft === null || secondsLeft === undefined
      ? null
      : t('left', { time: formatDuration(secondsLeft) }),
  ].filter(Boolean)
  return (
    <div className="flex flex-col gap-1 text-sm">
      <div className="flex items-baseline justify-between gap-4">
        <span className="font-medium text-ink">{label}</span>
        <span className="text-ink-soft">{part === null ? t('working') : formatPercent(part)}</span>
      </div>
      <progress
        aria-label={label}
        value={part ?? undefined}
        max={1}
        className="h-2 w-full appearance-none overflow-hidden rounded-sm border border-line bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
      />
      {words.length ? <p className="text-ink-soft">{words.join(' · ')}</p> : null}
    </div>
  )
}
