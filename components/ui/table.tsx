import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx'

/*
 * A table that turns into cards on phones. `display: block` takes a table's meaning away from assistive technology, so
 * the roles are spelled out.
 */

export function Table({
  caption,
  children,
  className,
  ...rest
}: ComponentProps<'table'> & { caption: ReactNode }) {
  return (
    <table role="table" {...rest} className={cx('w-full border-collapse text-sm max-sm:block', className)}>
      <caption className="sr-only">{caption}</caption>
      {children}
    </table>
  )
}

export function TableHead({ children, sticky = false }: { children: ReactNode; sticky?: boolean }) {
  return (
    <thead
      role="rowgroup"
      className={cx('max-sm:sr-only', sticky && 'sticky top-(--header-height,0px) z-10 bg-canvas')}
    >
      <tr role="row" className="border-b border-line-strong bg-inherit">
        {children}
      </tr>
    </thead>
  )
}

export function TableBody({ children, ...rest }: ComponentProps<'tbody'>) {
  return (
    <tbody role="rowgroup" className="divide-y divide-line max-sm:block" {...rest}>
      {children}
    </tbody>
  )
}

export function Tr({ className, ...rest }: ComponentProps<'tr'>) {
  return (
    <tr
      role="row"
      className={cx('max-sm:block max-sm:py-3 sm:hover:bg-sunken aria-selected:bg-accent-soft', className)}
      {...rest}
    />
  )
}

/** A head of a column; `wrap` where there are too many of them for one line. */
export function Th({
  className,
  align,
  wrap = false,
  ...rest
}: Omit<ComponentProps<'th'>, 'align'> & { align?: 'start' | 'end'; wrap?: boolean }) {
  return (
    <th
      role="columnheader"
      scope="col"
      className={cx(
        'px-2 py-2 font-medium text-ink-soft first:ps-0 last:pe-0',
        wrap ? 'align-bottom' : 'whitespace-nowrap',
        side(align),
        className,
      )}
      {...rest}
    />
  )
}

/** A cell; `label` is what the card on a phone calls it. */
export function Td({
  label,
  align,
  className,
  ...rest
}: Omit<ComponentProps<'td'>, 'align'> & { label?: string; align?: 'start' | 'end' }) {
  return (
    <td
      role="cell"
      data-label={label}
      className={cx(
        'px-2 py-2 align-top text-ink sm:first:ps-0 sm:last:pe-0 max-sm:block max-sm:px-0 max-sm:py-0.5',
        'max-sm:data-label:flex max-sm:data-label:gap-3 max-sm:data-label:before:w-28 max-sm:data-label:before:shrink-0',
        'max-sm:data-label:before:text-ink-soft max-sm:data-label:before:content-[attr(data-label)]',
        side(align),
        className,
      )}
      {...rest}
    />
  )
}

function side(align: 'start' | 'end' | undefined): string {
  return align === 'end' ? 'sm:text-end sm:[&>form>button]:self-end' : 'text-start'
}
