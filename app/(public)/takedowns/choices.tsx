import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'

/** Ways to go on, one below the other, large enough for a thumb. */
export function Choices({
  choices,
}: {
  choices: readonly { href: string; label: ReactNode; hint?: ReactNode }[]
}) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {choices.map(({ href, label, hint }) => (
        <li key={href}>
          <Link
            href={href}
            className="group -mx-3 flex items-center justify-between gap-4 rounded-md px-3 py-4 hover:bg-sunken"
          >
            <span>
              <span className="font-medium text-accent group-hover:text-accent-strong group-hover:underline">
                {label}
              </span>
              {hint ? (
                <>
                  {/* Two lines to the eye, one name of a link to the ear. */}
                  <span className="sr-only">{':\u00a0'}</span>
                  <span className="block text-base text-ink-soft">{hint}</span>
                </>
              ) : null}
            </span>
            <span aria-hidden="true" className="text-ink-faint">
              →
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
