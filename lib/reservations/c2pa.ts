/** Entries of the assertion that speak of mining and training. */
const ENTRIES = ['c2pa.ai_training', 'c2pa.ai_generative_training', 'c2pa.data_mining', 'c2pa.ai_inference']

/** Manifests nest; one that nests deeper is not read. */
const DEEPEST = 12

/**
 * Entries of a `c2pa.training-mining` assertion that are `notAllowed`, from a manifest given as JSON. Nothing is read out of images: that
 * needs the signature checked, and a manifest in JSON is only what somebody says.
 */
export function notAllowedBy(manifest: unknown): string[] {
  const found = new Set<string>()
  collect(manifest, found, 0)
  return ENTRIES.filter((entry) => found.has(entry))
}

function collect(value: unknown, found: Set<string>, depth: number): void {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const one of value as readonly unknown[]) collect(one, found, depth + 1)
    return
  }
  for (const [key, inner] of Object.entries(value)) {
    if (ENTRIES.includes(key) && saidOf(inner) === 'notallowed') found.add(key)
    collect(inner, found, depth + 1)
  }
}

/** `notAllowed`, or `{"use": "notAllowed"}`. */
function saidOf(value: unknown): string | null {
  const use = typeof value === 'object' && value !== null && 'use' in value ? value.use : value
  return typeof use === 'string' ? use.toLowerCase() : null
}
