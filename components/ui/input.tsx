import type { ComponentProps } from 'react'
import { cx } from './cx'

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={cx(box, 'min-h-9', className)} {...rest} />
}

export function Textarea({ className, rows = 4, ...rest }: ComponentProps<'textarea'>) {
  return <textarea rows={rows} className={cx(box, 'py-2 leading-normal', className)} {...rest} />
}

export function FileInput({ className, ...rest }: Omit<ComponentProps<'input'>, 'type'>) {
  return (
    <input
      type="file"
      className={cx(
        box,
        'py-1.5 file:me-3 file:rounded-sm file:border file:border-line-strong file:bg-sunken file:px-2 file:py-1 file:text-sm',
        className,
      )}
      {...rest}
    />
  )
}

// 16 px on phones: Safari zooms into any field that is smaller.
const box =
  'w-full rounded-md border border-line-strong bg-surface px-3 text-base text-ink sm:text-[0.9375rem] ' +
  'placeholder:text-ink-faint aria-invalid:border-bad aria-invalid:border-2 ' +
  'disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-ink-soft'
