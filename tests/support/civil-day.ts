const formats = new Map<string, Intl.DateTimeFormat>()
/** The date an instant has in a time zone, by Intl alone. */
export function civilDay(instant: Date, zone: string): string {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })
  formats.set(zone, format)
  return format.format(instant)
}
