'use server'

import { announceDraw } from '@/lib/audit-draw/announce'
import { announceInput, openDrawnInput } from '@/lib/audit-draw/input'
import { openDrawn } from '@/lib/audit-draw/open'
import { formAction } from '@/lib/http/form-action'
import { paths } from '@/lib/paths'

export const announceAction = formAction(announceInput, announceDraw, {
  revalidate: () => [paths.draws()],
  redirectTo: ({ drawId }) => paths.draw(drawId),
})

export const openDrawnAction = formAction(openDrawnInput, openDrawn, {
  revalidate: ({ drawId, index }) => [paths.drawnEntry(drawId, index)],
  redirectTo: ({ drawId, index }) => paths.drawnEntry(drawId, index),
})
