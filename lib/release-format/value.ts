/** Values as they stand in lists and objects; undefined for anything that is not spelt canonically. */

export function rowNumber(text: string): number | undefined {
  const row = Number(text)
  // A list has millions: writing it again is half the work of a pattern, and leaves one spelling only.
  return String(row) === text && isCount(row) ? row : undefined
}

export const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

/** SHA-256 as 64 lower-case hex digits. */
export const isSha256 = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)

export const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

export type Members = Readonly<Record<string, unknown>>

/** The value as an object with exactly these members, else undefined. */
export function membersOf(value: unknown, ...names: readonly string[]): Members | undefined {
  if (!isObject(value)) return undefined
  const found = Object.keys(value)
  return found.length === names.length && names.every((name) => Object.hasOwn(value, name))
    ? value
    : undefined
}

export const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
