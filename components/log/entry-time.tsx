/** An entry's time as it stands in the entry: rounded to the hour, or to the day. */
export function EntryTime({ at }: { at: string }) {
  const hour = /T(\d\d):/.exec(at)?.[1]
  return (
    <time dateTime={at} className="whitespace-nowrap">
      {at.slice(0, 10)}
      {hour === undefined ? '' : `, ${hour} h UTC`}
    </time>
  )
}
