import { useId } from 'react'
import { formatCount, formatPercent } from '@/lib/format'

/** What happened to the rows; each has its own ink and its own texture. */
export type BarPart = {
  label: string
  value: number
  fill: 'kept' | 'redacted' | 'removed' | 'restricted' | 'rest'
}

/** Parts of a whole as one bar, with the same numbers as a table right below it (which is also its legend). */
export function StackedBar({ caption, parts }: { caption: string; parts: readonly BarPart[] }) {
  const id = useId()
  const total = parts.reduce((sum, part) => sum + part.value, 0)
  return (
    <figure className="flex flex-col gap-2">
      <svg aria-hidden="true" className="h-7 w-full rounded-sm">
        <Textures id={id} />
        {layout(parts, total).map(({ part, x, width }) => (
          <rect
            key={part.label}
            x={`${x}%`}
            y="0"
            width={`${width}%`}
            height="28"
            fill={`url(#${id}-${part.fill})`}
          />
        ))}
      </svg>
      <table className="text-sm">
        <caption className="sr-only">{caption}</caption>
        <tbody>
          {parts.map((part) => (
            <tr key={part.label}>
              <td className="w-6 py-0.5">
                <svg viewBox="0 0 14 14" aria-hidden="true" className="size-3.5 rounded-sm">
                  <rect width="14" height="14" fill={`url(#${id}-${part.fill})`} />
                </svg>
              </td>
              <th scope="row" className="pe-4 text-start font-normal text-ink">
                {part.label}
              </th>
              <td className="pe-4 text-end text-ink">{formatCount(part.value)}</td>
              <td className="text-end text-ink-soft">
                {total === 0 ? '' : formatPercent(part.value / total)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}

/** Left edges and widths in percent, with a hairline between parts; a part that exists is never too thin to see. */
function layout(parts: readonly BarPart[], total: number) {
  const shown = parts.filter((part) => part.value > 0)
  const raw = shown.map((part) => Math.max(0.4, (part.value / Math.max(1, total)) * 100))
  const scale = 100 / raw.reduce((sum, width) => sum + width, 0)
  let x = 0
  return shown.map((part, index) => {
    const width = (raw[index] ?? 0) * scale
    const at = x
    x += width
    return { part, x: at, width: Math.max(0.2, width - (index === shown.length - 1 ? 0 : 0.2)) }
  })
}

function Textures({ id }: { id: string }) {
  const box = { width: 8, height: 8, patternUnits: 'userSpaceOnUse' } as const
  return (
    <defs>
      <pattern id={`${id}-kept`} {...box}>
        <rect width="8" height="8" className="fill-accent" />
      </pattern>
      <pattern id={`${id}-redacted`} {...box}>
        <rect width="8" height="8" className="fill-accent-soft" />
        <path d="M0 8 8 0M-2 2l4-4M6 10l4-4" className="stroke-accent" strokeWidth="2" />
      </pattern>
      <pattern id={`${id}-removed`} {...box}>
        <rect width="8" height="8" className="fill-ink-soft" />
      </pattern>
      <pattern id={`${id}-restricted`} {...box}>
        <rect width="8" height="8" className="fill-sunken" />
        <circle cx="4" cy="4" r="2" className="fill-ink-soft" />
      </pattern>
      <pattern id={`${id}-rest`} {...box}>
        <rect width="8" height="8" className="fill-line" />
      </pattern>
    </defs>
  )
}
