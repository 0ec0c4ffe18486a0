import { cx } from '@/components/ui/cx'
import { lanesOf, type Mark } from '@/lib/text/marks'
import { splitText } from '@/lib/text/windows'
import { HiddenPart } from './hidden-part'
import { MarkedText } from './marked-text'

/**
 * The text of an item's field with everything that was found in it. Long texts are opened round their marks; the rest
 * waits behind buttons. Positions are code points of `text`, also in `data-at`.
 */
export function ItemText({
  text,
  marks = [],
  label = 'Text of the item',
  size = 'reading',
  tall = false,
}: {
  text: string
  marks?: readonly Mark[]
  label?: string
  size?: 'reading' | 'compact'
  tall?: boolean
}) {
  // Sizes without Tailwind's own line height: the lanes of the marks decide it.
  return (
    <div
      role="group"
      aria-label={label}
      tabIndex={0}
      data-item-text
      data-lanes={lanesOf(marks)}
      className={cx(
        'item-text',
        size === 'reading' ? 'text-[1.125rem]' : 'text-[0.875rem]',
        !tall && 'max-h-[70vh] overflow-y-auto print:max-h-none',
      )}
    >
      {text === '' ? <span className="text-ink-faint">(empty)</span> : null}
      {splitText(text, marks).map((part) =>
        part.shown ? (
          <MarkedText key={part.start} text={part.text} marks={part.marks} start={part.start} />
        ) : (
          <HiddenPart
            key={part.start}
            text={part.text}
            marks={part.marks}
            start={part.start}
            length={part.length}
          />
        ),
      )}
    </div>
  )
}
