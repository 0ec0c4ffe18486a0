import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'

/**
 * One thing per page, in larger type: the takedown room inside the public shell. The page's h1 is the question; the way
 * back is above it.
 */
export function QuestionPage({
  back,
  step,
  title,
  lead,
  children,
}: {
  back?: { href: string; label?: string }
  /** "Step 2 of 4" */
  step?: string
  title: ReactNode
  lead?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="mx-auto w-full max-w-form text-lg leading-relaxed sm:mx-0">
      {back ? (
        <Link
          href={back.href}
          className="no-print text-base text-ink-soft underline-offset-3 hover:text-ink hover:underline"
        >
          ← {back.label ?? 'Back'}
        </Link>
      ) : null}
      <div className="mt-5 mb-6">
        {step ? <p className="text-base text-ink-soft">{step}</p> : null}
        <h1 className="text-3xl leading-tight">{title}</h1>
        {lead ? <div className="mt-3 text-ink-soft">{lead}</div> : null}
      </div>
      {children}
    </div>
  )
}
