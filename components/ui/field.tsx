import type { ReactNode } from 'react'
import { useT } from '#i18n'
import { cx } from './cx'

export type FieldParts = { id: string; label: ReactNode; hint?: ReactNode; errors?: readonly string[] }
export type ControlProps = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

/** Label, hint and error round one control; the control takes the props it is handed, so that it is described by both. */
export function Field({
  children,
  size = 'md',
  ...parts
}: FieldParts & { size?: 'md' | 'lg'; children: (control: ControlProps) => ReactNode }) {
  const { id, label, hint, errors } = parts
  return (
    <div className={cx('flex flex-col gap-1', errors?.length && 'border-s-4 border-bad ps-3')}>
      <label htmlFor={id} className={cx('font-medium text-ink', size === 'lg' ? 'text-lg' : 'text-sm')}>
        {label}
      </label>
      {hint ? (
        <FieldHint id={`${id}-hint`} size={size}>
          {hint}
        </FieldHint>
      ) : null}
      <FieldErrors id={`${id}-error`} errors={errors} size={size} />
      {children(controlProps(parts))}
    </div>
  )
}

export function FieldHint({
  id,
  size = 'md',
  children,
}: {
  id: string
  size?: 'md' | 'lg'
  children: ReactNode
}) {
  return (
    <div id={id} className={cx('text-ink-soft', size === 'lg' ? 'text-base' : 'text-sm')}>
      {children}
    </div>
  )
}

export function FieldErrors({
  id,
  errors,
  size = 'md',
}: {
  id: string
  errors?: readonly string[]
  size?: 'md' | 'lg'
}) {
  const t = useT('forms')
  if (!errors?.length) return null
  return (
    <div id={id} className={cx('font-medium text-bad', size === 'lg' ? 'text-base' : 'text-sm')}>
      {errors.map((error) => (
        <p key={error}>
          <span className="sr-only">{t('error')} </span>
          {error}
        </p>
      ))}
    </div>
  )
}

export function controlProps({ id, hint, errors }: FieldParts): ControlProps {
  const describedBy = [hint ? `${id}-hint` : '', errors?.length ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ')
  return {
    id,
    ...(describedBy ? { 'aria-describedby': describedBy } : {}),
    ...(errors?.length ? { 'aria-invalid': true as const } : {}),
  }
}
