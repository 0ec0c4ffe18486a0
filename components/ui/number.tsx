import { useT } from '#i18n'
import { formatBytes, formatCount } from '@/lib/format'

/** A count with thin separators; the bare number is in `value`, for programs and for copying. */
export function Count({ value }: { value: number | bigint }) {
  return (
    <data value={String(value)} className="whitespace-nowrap">
      {formatCount(value)}
    </data>
  )
}

/** A size in IEC units, the exact bytes on hover. */
export function Bytes({ value }: { value: number | bigint }) {
  const t = useT('forms')
  return (
    <data
      value={String(value)}
      title={t('bytes', { count: formatCount(value) })}
      className="whitespace-nowrap"
    >
      {formatBytes(value)}
    </data>
  )
}
