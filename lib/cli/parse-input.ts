import 'server-only'
import type { z } from 'zod'
import { invalid } from '@/lib/errors'

/** Parses what was typed with a verb's own schema; what is wrong becomes one refusal (exit 1) that names the fields. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const fields: Record<string, string[]> = {}
  for (const { path, message } of parsed.error.issues)
    (fields[path.join('.') || 'input'] ??= []).push(message)
  throw invalid('The arguments are not valid.', fields)
}
