import { Kbd } from '@/components/ui/kbd'

/** A key named on a control; not where there is no keyboard. */
export function Key({ children }: { children: string | number }) {
  return (
    <span aria-hidden="true" className="max-lg:hidden">
      <Kbd>{children}</Kbd>
    </span>
  )
}
