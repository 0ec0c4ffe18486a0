import { useT } from '#i18n'
import { Visible } from '@/components/item/visible'
import { countByKind } from '@/lib/takedowns/labels'
import type { Misreading, Reading, Target } from '@/lib/takedowns/parse-targets'

const SHOWN = 5

/** "We understood 3 items", what they are, and what to do about the lines we did not understand. */
export function TargetsReading({
  reading: { targets, misread },
  all = false,
}: {
  reading: Reading
  all?: boolean
}) {
  const t = useT('takedowns')
  const list = countByKind(targets).map(({ kind, n }) => t(`target.count.${kind}`, { n }))
  const shown = all ? targets : targets.slice(0, SHOWN)
  return (
    <div className="flex flex-col gap-3 text-base">
      {targets.length > 0 ? (
        <div>
          <p className="font-medium text-good">
            {t('reading.understood', { n: targets.length, list: list.join(', ') })}
          </p>
          <ul className="mt-1 flex flex-col gap-1">
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
        </div>
      ) : null}
      {misread.length > 0 ? <NotUnderstood misread={misread} /> : null}
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
function NotUnderstood({ misread }: { misread: readonly Misreading[] }) {
  const t = useT('takedowns.reading')
  const letter = misread.filter(({ why }) => why === 'letter')
  const others = misread.filter(({ why }) => why !== 'letter')
  return (
    <div>
      <p className="font-medium text-warn">{t('notUnderstood', { n: misread.length })}</p>
      <ul className="mt-1 flex flex-col gap-1">
        {others.slice(0, SHOWN).map(({ line, text, why }) => (
          <li key={`${line} ${text}`} className="wrap-anywhere">
            {t.rich('line', {
              line: String(line),
              text: () => <Visible text={short(text)} />,
              why: t(`why.${why}`),
            })}
          </li>
        ))}
        {others.length > SHOWN ? (
          <li className="text-ink-soft">{t('more', { n: others.length - SHOWN })}</li>
        ) : null}
        {letter.length > 0 ? <li>{t('lines', { n: letter.length, why: t('why.letter') })}</li> : null}
      </ul>
    </div>
  )
}

const short = (text: string) => (text.length > 120 ? `${text.slice(0, 120)}…` : text)
