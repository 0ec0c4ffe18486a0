import { Visible } from '@/components/item/visible'
import { formatPlural } from '@/lib/format'
import { countTargets, describeTarget, MISREADING, TARGET } from '@/lib/takedowns/labels'
import type { Misreading, Reading } from '@/lib/takedowns/parse-targets'

const SHOWN = 5

/** "We understood 3 items", what they are, and what to do about the lines we did not understand. */
export function TargetsReading({
  reading: { targets, misread },
  all = false,
}: {
  reading: Reading
  all?: boolean
}) {
  const shown = all ? targets : targets.slice(0, SHOWN)
  return (
    <div className="flex flex-col gap-3 text-base">
      {targets.length > 0 ? (
        <div>
          <p className="font-medium text-good">
            We understood {formatPlural(targets.length, 'item')}: {countTargets(targets)}.
          </p>
          <ul className="mt-1 flex flex-col gap-1">
            {shown.map((target, index) => (
              <li key={index} className="wrap-anywhere">
                <span className="text-ink-soft">{TARGET[target.kind].one}:</span>{' '}
                <Visible text={short(describeTarget(target))} />
              </li>
            ))}
          </ul>
          {targets.length > shown.length ? (
            <p className="text-ink-soft">… and {targets.length - shown.length} more</p>
          ) : null}
        </div>
      ) : null}
      {misread.length > 0 ? <NotUnderstood misread={misread} /> : null}
    </div>
  )
}

/** The lines of a letter are many and all the same: they are counted once. */
function NotUnderstood({ misread }: { misread: readonly Misreading[] }) {
  const letter = misread.filter(({ why }) => why === 'letter')
  const others = misread.filter(({ why }) => why !== 'letter')
  return (
    <div>
      <p className="font-medium text-warn">
        {formatPlural(misread.length, 'line')} {misread.length === 1 ? 'was' : 'were'} not understood.
      </p>
      <ul className="mt-1 flex flex-col gap-1">
        {others.slice(0, SHOWN).map(({ line, text, why }) => (
          <li key={`${line} ${text}`} className="wrap-anywhere">
            Line {line}, “<Visible text={short(text)} />
            ”: {MISREADING[why]}
          </li>
        ))}
        {others.length > SHOWN ? <li className="text-ink-soft">… and {others.length - SHOWN} more</li> : null}
        {letter.length > 0 ? (
          <li>
            {formatPlural(letter.length, 'line')}: {MISREADING.letter}
          </li>
        ) : null}
      </ul>
    </div>
  )
}

const short = (text: string) => (text.length > 120 ? `${text.slice(0, 120)}…` : text)
