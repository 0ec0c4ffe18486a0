import { useT } from '#i18n'
import { Visible } from '@/components/item/visible'
import { cx } from '@/components/ui/cx'
import { countByKind, datasetsOf } from '@/lib/takedowns/labels'
import type { Misreading, Reading, Target } from '@/lib/takedowns/parse-targets'

const SHOWN = 5
/** On the page to check: nobody reads more, and a list may have 20,000. */
const SHOWN_TO_CHECK = 200

/** "Understood as 41 items in 2 datasets; 3 lines not understood", what they are, and what to do about those lines. */
export function TargetsReading({
  reading: { targets, misread },
  dataset,
  all = false,
  ofFile = false,
  answers = false,
  live = false,
}: {
  reading: Reading
  /** The slug that was chosen; empty: none yet. */
  dataset: string
  all?: boolean
  ofFile?: boolean
  /** It is about the dataset of the request that it answers, whatever links say. */
  answers?: boolean
  /** Its first sentence is read out when it changes; what it says of each line is there to be read. */
  live?: boolean
}) {
  const t = useT('takedowns')
  const list = countByKind(targets).map(({ kind, n }) => t(`target.count.${kind}`, { n }))
  const shown = targets.slice(0, all ? SHOWN_TO_CHECK : SHOWN)
  const datasets = datasetsOf(targets, dataset)
  const missed = misread.length
  const sentence =
    targets.length > 0
      ? t('reading.understood', { n: targets.length, datasets: datasets.size, missed, list: list.join(', ') })
      : missed > 0
        ? t('reading.nothing', { missed })
        : null
  return (
    <div className="flex flex-col gap-3 text-base">
      <p
        aria-live={live ? 'polite' : undefined}
        className={cx('font-medium', targets.length > 0 ? 'text-good' : 'text-warn')}
      >
        {sentence}
      </p>
      {targets.length > 0 ? (
        <div className="-mt-2">
          <ul className="flex flex-col gap-1">
            {shown.map((target, index) => (
              <li key={index} className="wrap-anywhere">
                <span className="text-ink-soft">{t(`target.one.${target.kind}`)}:</span>{' '}
                <Named target={target} />
              </li>
            ))}
          </ul>
          {targets.length > shown.length ? (
            <p className="text-ink-soft">{t('reading.more', { n: targets.length - shown.length })}</p>
          ) : null}
          {datasets.size > 1 ? (
            <p className="mt-1 text-warn">
              {t(answers ? 'reading.otherDatasetAnswer' : 'reading.otherDataset')}
            </p>
          ) : null}
        </div>
      ) : null}
      {missed > 0 ? (
        <NotUnderstood misread={misread} ofFile={ofFile} most={all ? SHOWN_TO_CHECK : SHOWN} />
      ) : null}
    </div>
  )
}

/** A target in one line, as it was written. */
function Named({ target }: { target: Target }) {
  const t = useT('takedowns.target')
  if (target.kind !== 'row') return <Visible text={short(target.value)} />
  const row = String(target.row)
  return (
    <Visible
      text={short(target.file === null ? t('row', { row }) : t('rowOfFile', { file: target.file, row }))}
    />
  )
}

/** The lines of a letter are many and all the same: they are counted once. */
function NotUnderstood({
  misread,
  ofFile,
  most,
}: {
  misread: readonly Misreading[]
  ofFile: boolean
  most: number
}) {
  const t = useT('takedowns.reading')
  const letter = misread.filter(({ why }) => why === 'letter')
  const others = misread.filter(({ why }) => why !== 'letter')
  return (
    <div>
      <ul className="flex flex-col gap-1">
        {others.slice(0, most).map((missed) => (
          <li key={`${missed.line} ${missed.text}`} className="wrap-anywhere">
            {t.rich(ofFile ? 'fileLine' : 'line', {
              line: String(missed.line),
              text: () => <Visible text={short(missed.text)} />,
              why: 'field' in missed ? t(`whyNotFound.${missed.why}`) : t(`why.${missed.why}`),
            })}
          </li>
        ))}
        {others.length > most ? (
          <li className="text-ink-soft">{t('more', { n: others.length - most })}</li>
        ) : null}
        {letter.length > 0 ? <li>{t('lines', { n: letter.length, why: t('why.letter') })}</li> : null}
      </ul>
    </div>
  )
}

const short = (text: string) => (text.length > 120 ? `${text.slice(0, 120)}…` : text)
