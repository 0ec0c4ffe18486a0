import { Link } from '@/components/ui/link'

/** Name and sign, and the way home: grains fall, what stays stays. */
export function Wordmark({ href = '/' }: { href?: string }) {
  return (
    <Link href={href} className="inline-flex items-center gap-2 font-semibold tracking-tight text-ink">
      <svg viewBox="0 0 24 24" aria-hidden="true" className="size-6 fill-accent">
        <path d="M3 13.5h18v2H3z" />
        <path d="M7 3c1.9 1.6 2.5 5 0 8-2.5-3-1.9-6.4 0-8zM12 1c2.2 1.9 2.9 6.3 0 10-2.9-3.7-2.2-8.1 0-10zM17 3c1.9 1.6 2.5 5 0 8-2.5-3-1.9-6.4 0-8z" />
        <circle cx="9" cy="19" r="1.25" />
        <circle cx="15.5" cy="21.5" r="1.25" />
      </svg>
      Winnow
    </Link>
  )
}
