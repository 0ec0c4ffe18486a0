/** The checkpoint this browser was shown last, and when. Kept by origin: another log has another history. */
export type Kept = { note: string; at: string }

const keyOf = (origin: string) => `winnow:log:${origin}`

/** Null when there is none, or the browser keeps nothing. */
export function readKept(origin: string): Kept | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keyOf(origin)) ?? 'null')
    return isKept(value) ? value : null
  } catch {
    return null
  }
}

/** False when the browser keeps nothing (private windows, storage switched off). */
export function keep(origin: string, kept: Kept): boolean {
  try {
    localStorage.setItem(keyOf(origin), JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}

export function forget(origin: string): void {
  try {
    localStorage.removeItem(keyOf(origin))
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function isKept(value: unknown): value is Kept {
  return (
    typeof value === 'object' &&
    value !== null &&
    'note' in value &&
    'at' in value &&
    typeof value.note === 'string' &&
    typeof value.at === 'string'
  )
}
