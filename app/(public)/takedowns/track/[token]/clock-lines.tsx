/** By when there is an answer, why then, and what has moved it. */
export function ClockLines({ clocks }: { clocks: readonly (readonly string[])[] }) {
  if (clocks.length === 0) return null
  return (
    <div className="flex max-w-prose flex-col gap-3 text-base">
      {clocks.map((lines, place) => (
        <p key={place}>{lines.join(' ')}</p>
      ))}
    </div>
  )
}
