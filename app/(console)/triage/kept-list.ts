import type { RowPage } from '@/components/table/use-rows'
import type { Selection } from '@/components/table/selection'
import type { PlacedRow } from '@/lib/review/queries'

/** How the table stood when its reader opened one of its rows. */
export type KeptList = {
  /** The filters and the order. */
  queue: string
  page: RowPage<PlacedRow>
  selected: Selection['selected']
  /** The row that was opened, and how far it stood below the top of the window, in pixels. */
  index: number
  top: number
}

// In memory, not in storage: texts of cases stay on no disk. One is enough, for the way there and back.
let kept: KeptList | null = null

export const keepList = (list: KeptList): void => {
  kept = list
}

/** The table of these filters as it was left; from then on forgotten by `forgetList`. */
export const listLeft = (queue: string): KeptList | null => (kept?.queue === queue ? kept : null)

export const forgetList = (): void => {
  kept = null
}
