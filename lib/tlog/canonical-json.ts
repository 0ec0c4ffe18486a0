import { textOf, utf8 } from './bytes'

/** What canonical JSON can hold: no floats, no integers beyond 2^53, nothing that JSON.stringify would guess at. */
export type CanonicalValue =
  null | boolean | number | string | readonly CanonicalValue[] | { readonly [key: string]: CanonicalValue }

export class CanonicalJsonError extends Error {
  override readonly name = 'CanonicalJsonError'
}

/** Deep enough for any record, shallow enough for any stack; it also ends the walk over a cycle. */
const MAX_DEPTH = 100

/**
 * RFC 8785 (JCS), narrowed to values that every language reads alike. Where libraries drop, coerce or pass through
 * (undefined, Map, Date, lone surrogates, 2^53 + 2), this throws a CanonicalJsonError that names the place.
 */
export function canonicalJson(value: unknown): string {
  return write(value, '$', 0)
}

/** The UTF-8 bytes of `canonicalJson`: what is hashed and stored. */
export function canonicalBytes(value: unknown): Uint8Array {
  return utf8(canonicalJson(value))
}

/**
 * The value of canonical bytes. Throws a CanonicalJsonError unless they are exactly what `canonicalBytes` would
 * write, so that a second spelling (order, spaces, escapes, a repeated key) cannot pass for the same record.
 */
export function parseCanonical(bytes: Uint8Array): CanonicalValue {
  let text: string
  let value: CanonicalValue
  try {
    text = textOf(bytes)
    value = JSON.parse(text)
  } catch (cause) {
    throw new CanonicalJsonError(`not JSON in UTF-8: ${String(cause)}`)
  }
  if (canonicalJson(value) !== text) throw new CanonicalJsonError('JSON, but not in its canonical form')
  return value
}

function write(value: unknown, at: string, depth: number): string {
  if (depth > MAX_DEPTH) throw new CanonicalJsonError(`${at} is nested too deep`)
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return writeString(value, at)
  if (typeof value === 'number') return writeInteger(value, at)
  if (Array.isArray(value)) return writeArray(value, at, depth)
  if (isPlainObject(value)) return writeObject(value, at, depth)
  throw new CanonicalJsonError(`${at} is ${kindOf(value)}, which JSON has no one form for`)
}

/** JSON.stringify escapes exactly as RFC 8785 §3.2.2.2 asks once the text is well-formed. */
function writeString(text: string, at: string): string {
  if (!text.isWellFormed()) throw new CanonicalJsonError(`${at} holds a lone surrogate`)
  return JSON.stringify(text)
}

function writeInteger(value: number, at: string): string {
  if (!Number.isSafeInteger(value)) throw new CanonicalJsonError(`${at} is ${value}, not a safe integer`)
  return JSON.stringify(value)
}

function writeArray(values: readonly unknown[], at: string, depth: number): string {
  // Array.from visits holes too, which then are refused as undefined.
  return `[${Array.from(values, (value, i) => write(value, `${at}[${i}]`, depth + 1)).join(',')}]`
}

/** Keys in the order of their UTF-16 code units (§3.2.3), which is what sort() without a comparator does. */
function writeObject(value: Readonly<Record<string, unknown>>, at: string, depth: number): string {
  if (Object.getOwnPropertySymbols(value).length > 0)
    throw new CanonicalJsonError(`${at} has a symbol for a key`)
  const members = Object.keys(value)
    .sort()
    .map((key) => `${writeString(key, at)}:${write(value[key], `${at}.${key}`, depth + 1)}`)
  return `{${members.join(',')}}`
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** `Map`, `Date`, `Undefined`, … */
function kindOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice('[object '.length, -1)
}
