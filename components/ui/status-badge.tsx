import type { ReactNode } from 'react'
import { Badge, type Tone } from './badge'

/** How far along: waiting ○, going on ◐, done ●, refused or failed ✕, needing somebody !, held ‖. */
export type Progress = 'waiting' | 'active' | 'done' | 'refused' | 'attention' | 'held'

/** A state by shape and word. Which state is which `progress` is said by the domain's labels.ts. */
export function StatusBadge({ progress, children }: { progress: Progress; children: ReactNode }) {
  return (
    <Badge tone={tones[progress]}>
      <svg viewBox="0 0 12 12" aria-hidden="true" className="size-2.5 fill-none stroke-current">
        {glyphs[progress]}
      </svg>
      {children}
    </Badge>
  )
}

const tones: Record<Progress, Tone> = {
  waiting: 'neutral',
  active: 'accent',
  done: 'good',
  refused: 'bad',
  attention: 'warn',
  held: 'neutral',
}

const ring = <circle cx="6" cy="6" r="4.75" strokeWidth="1.5" />
const glyphs: Record<Progress, ReactNode> = {
  waiting: ring,
  active: (
    <>
      {ring}
      <path d="M6 1.25a4.75 4.75 0 0 1 0 9.5z" className="fill-current" stroke="none" />
    </>
  ),
  done: <path d="M1.5 6.5 4.5 9.5 10.5 2.5" strokeWidth="2" />,
  refused: <path d="M2 2l8 8M10 2l-8 8" strokeWidth="2" />,
  attention: <path d="M6 1v6M6 9.25v1.75" strokeWidth="2" />,
  held: <path d="M3.5 2v8M8.5 2v8" strokeWidth="2" />,
}
