import { parseCanonical } from '@/lib/tlog/canonical-json'
import { ENTRY_TYPES, entrySchema } from './entries'

/** `unknown`: written by a later version, which may have other types; that alone is no fault of a log. */
export type Inspected = { state: 'known'; type: string } | { state: 'unknown' | 'broken'; says: string }

/** Whether an entry's bytes are the canonical form of one of the closed schemas. */
export function inspectEntry(body: Uint8Array): Inspected {
  let value: unknown
  try {
    value = parseCanonical(body)
  } catch (error) {
    return { state: 'broken', says: error instanceof Error ? error.message : String(error) }
  }
  const parsed = entrySchema.safeParse(value)
  if (parsed.success) return { state: 'known', type: parsed.data.t }
  if (isNewer(value)) return { state: 'unknown', says: 'of a type or version that is not known here' }
  const [issue] = parsed.error.issues
  return {
    state: 'broken',
    says: `it does not keep to the schema of its type (${issue?.path.join('.') || 'the whole'}: ${issue?.code ?? 'invalid'})`,
  }
}

function isNewer(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('t' in value) || !('v' in value)) return false
  const { t, v } = value
  if (typeof t !== 'string' || typeof v !== 'number') return false
  return v > 1 || (v === 1 && !ENTRY_TYPES.some((type) => type === t))
}
