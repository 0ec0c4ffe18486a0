'use client'

import { type MouseEvent, useLayoutEffect } from 'react'
import { useT } from '#i18n'
import { ELSEWHERE } from '@/lib/urgent/labels'

/** Presses of Esc within this time are one wish. */
const TOGETHER_MS = 1_500

/**
 * The way out, in the same place on every page of the lane and above everything: one press, or Esc three times. It takes the place of
 * this page in the history, so that "back" does not return to it. Without JavaScript it is a plain link. Nothing says where one came from.
 */
export function LeavePage() {
  const t = useT('urgent.leave')
  // Before it is painted: whoever sees the hint presses at once.
  useLayoutEffect(() => {
    let pressed: number[] = []
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.repeat) return
      pressed = [...pressed.filter((at) => event.timeStamp - at < TOGETHER_MS), event.timeStamp]
      if (pressed.length >= 3) leave()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <div className="no-print sticky top-0 z-10 -mx-4 mb-6 flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-canvas px-4 py-2 sm:mx-0 sm:px-0">
      <a
        href={ELSEWHERE}
        rel="noreferrer nofollow"
        referrerPolicy="no-referrer"
        onClick={(event: MouseEvent) => {
          event.preventDefault()
          leave()
        }}
        className="inline-flex min-h-12 items-center rounded-md border border-line-strong bg-surface px-5 text-base font-medium text-ink no-underline hover:bg-sunken"
      >
        {t('link')}
      </a>
      <span className="text-sm text-ink-soft">{t('hint')}</span>
    </div>
  )
}

/** Blank at once: the other site may take a while to come. */
function leave(): void {
  document.title = ''
  document.body.hidden = true
  window.location.replace(ELSEWHERE)
}
