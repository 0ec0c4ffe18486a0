/** MAJOR.MINOR.PATCH of a release; what the parts mean for data is decided by `proposeVersion`. */
export type Version = readonly [major: number, minor: number, patch: number]

export const VERSION = /^(?:0|[1-9]\d{0,8})\.(?:0|[1-9]\d{0,8})\.(?:0|[1-9]\d{0,8})$/

/** How a release differs from the one before it, as far as that is known when it is frozen. */
export type Change = {
  /** Decisions in force that were not, and take rows or parts of rows away. */
  takesAway: boolean
  /** Rows of the base before that the new base has not. */
  loses: boolean
  /** A new base, decisions undone, labels. */
  adds: boolean
}

/**
 * A release that takes something away is a MAJOR version: whoever trained on the rows before has to look. One that only adds rows or
 * labels is MINOR, one that changes nothing a PATCH.
 */
export function proposeVersion(before: string | null, { takesAway, loses, adds }: Change): string {
  if (before === null) return '1.0.0'
  const [major, minor, patch] = parseVersion(before)
  if (takesAway || loses) return `${major + 1}.0.0`
  return adds ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`
}

/** Negative when `a` comes before `b`. */
export function compareVersions(a: string, b: string): number {
  const [x, y] = [parseVersion(a), parseVersion(b)]
  return x[0] - y[0] || x[1] - y[1] || x[2] - y[2]
}

function parseVersion(text: string): Version {
  if (!VERSION.test(text)) throw new RangeError(`not a version: ${text}`)
  const [major = 0, minor = 0, patch = 0] = text.split('.').map(Number)
  return [major, minor, patch]
}
