import { type ComponentProps, useId } from 'react'
import { cx } from './cx'
import { Link } from './link'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'sm' | 'md' | 'lg'
type Look = { kind?: ButtonKind; size?: ButtonSize }

/** A button; with `disabledReason` it is disabled and the reason stands beside it. */
export function Button({
  kind,
  size,
  disabledReason,
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & Look & { disabledReason?: string | null }) {
  const reasonId = useId()
  if (!disabledReason)
    return <button type={type} className={cx(buttonClass({ kind, size }), className)} {...rest} />
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      <button
        {...rest}
        type={type}
        disabled
        aria-describedby={reasonId}
        className={cx(buttonClass({ kind, size }), className)}
      />
      <span id={reasonId} className="text-sm text-ink-soft">
        {disabledReason}
      </span>
    </span>
  )
}

/** A link that looks like a button: for going somewhere, never for changing something. */
export function LinkButton({ kind, size, className, ...rest }: ComponentProps<typeof Link> & Look) {
  return <Link className={cx(buttonClass({ kind, size }), className)} {...rest} />
}

export function buttonClass({ kind = 'secondary', size = 'md' }: Look): string {
  return cx(base, kinds[kind], sizes[size])
}

const base =
  'inline-flex items-center justify-center gap-2 rounded-md border font-medium no-underline transition-colors ' +
  'select-none disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-ink-faint'

const kinds: Record<ButtonKind, string> = {
  primary: 'border-accent bg-accent text-accent-ink hover:border-accent-strong hover:bg-accent-strong',
  secondary: 'border-line-strong bg-surface text-ink hover:bg-sunken',
  quiet: 'border-transparent text-ink-soft hover:bg-sunken hover:text-ink',
  danger: 'border-bad bg-surface text-bad hover:bg-bad-soft',
}

const sizes: Record<ButtonSize, string> = {
  sm: 'min-h-7 px-2 text-sm',
  md: 'min-h-9 px-3 text-sm',
  lg: 'min-h-12 px-5 text-base',
}
