import 'server-only'
import { invalid } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { env } from '@/lib/runtime/env'
import type { Submission } from './input'
import { mayNameSources } from './kinds'
import { parseTargets, type Reading } from './parse-targets'

/** What was pasted, as we understood it. Throws `invalid` when nothing was; nothing is looked up. */
export function readTargets({ kind, targets }: Pick<Submission, 'kind' | 'targets'>): Reading {
  const reading = parseTargets(targets, env().url, { wholeSources: mayNameSources(kind) })
  if (reading.targets.length > 0) return reading
  throw invalid(say('takedowns.errors.targets'), {
    targets: [say('takedowns.input.targetsNone')],
  })
}
