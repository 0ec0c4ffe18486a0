import type { ComponentProps } from 'react'
import { cx } from './cx'

export type ControlSize = 'md' | 'lg'
type Sized<T> = Omit<T, 'size'> & { size?: ControlSize }

export function Input({ className, size = 'md', ...rest }: Sized<ComponentProps<'input'>>) {
  return <input className={cx(box, controlSize[size], className)} {...rest} />
}

export function Textarea({ className, size = 'md', rows = 4, ...rest }: Sized<ComponentProps<'textarea'>>) {
  return (
    <textarea
      rows={rows}
      className={cx(box, controlSize[size], 'py-2 leading-normal', className)}
      {...rest}
    />
  )
}

export function FileInput({ className, size = 'md', ...rest }: Omit<Sized<ComponentProps<'input'>>, 'type'>) {
  return (
    <input
      type="file"
      className={cx(
        box,
        controlSize[size],
        'py-1.5 file:me-3 file:rounded-sm file:border file:border-line-strong file:bg-sunken file:px-2 file:py-1 file:text-sm',
        className,
      )}
      {...rest}
    />
  )
}

/** 16 px and more on phones: Safari zooms into any field that is smaller. */
export const controlSize: Record<ControlSize, string> = {
  md: 'min-h-9 text-base sm:text-[0.9375rem]',
  lg: 'min-h-12 text-lg',
}

const box =
  'w-full rounded-md border border-line-strong bg-surface px-3 text-ink ' +
  'placeholder:text-ink-faint aria-invalid:border-bad aria-invalid:border-2 ' +
  'disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-ink-soft'
