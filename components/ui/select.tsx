import type { ComponentProps } from 'react'
import { cx } from './cx'
import { type ControlSize, controlSize } from './input'

export type Option = { value: string; label: string; disabled?: boolean }

/** A native select: `placeholder` becomes a first, empty option. */
export function Select({
  options,
  placeholder,
  className,
  size = 'md',
  ...rest
}: Omit<ComponentProps<'select'>, 'children' | 'multiple' | 'size'> & {
  size?: ControlSize
  options: readonly Option[]
  placeholder?: string
}) {
  return (
    <select
      className={cx(
        'w-full rounded-md border border-line-strong bg-surface px-2 text-ink',
        controlSize[size],
        'aria-invalid:border-2 aria-invalid:border-bad disabled:cursor-not-allowed disabled:bg-sunken',
        className,
      )}
      {...rest}
    >
      {placeholder === undefined ? null : <option value="">{placeholder}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
