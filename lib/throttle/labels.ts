import type { detectorWatch } from '@/db/schema/detector-watch'

export type WatchState = (typeof detectorWatch.$inferSelect)['state']

export const PROGRESS: Record<WatchState, 'done' | 'active' | 'attention' | 'refused'> = {
  known: 'done',
  watched: 'active',
  paused: 'attention',
  dropped: 'refused',
}
