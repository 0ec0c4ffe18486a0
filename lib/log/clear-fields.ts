import { z } from 'zod'

const clear = Symbol('may stand in clear in the public log')

/**
 * A schema whose every value is harmless in public for ever. Entries are built of these alone, so that a free text, a
 * contact or a row id in clear does not compile; there is no `z.string()` among them.
 */
export type ClearField = z.ZodType & { readonly [clear]: true }
export type ClearShape = Readonly<Record<string, ClearField>>

const inClear = <S extends z.ZodType>(schema: S) => Object.assign(schema, { [clear]: true } as const)
const text = (form: RegExp) => z.string().regex(form)

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/

/** A dataset's public name in addresses, or a release profile's. */
export const slug = inClear(text(SLUG))
/** `null` means the whole instance. */
export const slugOrInstance = inClear(text(SLUG).nullable())
/** SHA-256 of something already public (a policy text, a release, a list of base files), never of an item. */
export const publicDigest = inClear(text(/^[0-9a-f]{64}$/))
/** The same, or `null` for none. */
export const publicDigestOrNone = inClear(text(/^[0-9a-f]{64}$/).nullable())
/** Random (version 4): a time-ordered id would undo the rounding of the time. */
export const entryId = inClear(text(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/))
export const hour = inClear(text(/^\d{4}-\d{2}-\d{2}T\d{2}:00:00Z$/))
export const day = inClear(text(/^\d{4}-\d{2}-\d{2}T00:00:00Z$/))
/** HMAC-SHA-256 in base64url, see lib/tlog/commitment.ts. */
export const commitment = inClear(text(/^[A-Za-z0-9_-]{43}$/))
export const count = inClear(z.int().nonnegative())
export const version = inClear(text(/^(?:0|[1-9]\d{0,5})(?:\.(?:0|[1-9]\d{0,5})){2}$/))
export const oneOf = <const V extends readonly [string, ...string[]]>(values: V) => inClear(z.enum(values))
export const counts = <const S extends ClearShape>(shape: S) => inClear(z.strictObject(shape))
export const constant = <const V extends string | number>(value: V) => inClear(z.literal(value))
