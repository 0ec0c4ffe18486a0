import 'server-only'
import { invalid } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { env } from '@/lib/runtime/env'
import type { Submission } from './input'
import { mayNameSources, mustSayWhere } from './kinds'
import { parseTargets, type Reading, targetsToFind } from './parse-targets'

/**
 * What was pasted, as we understood it, and what a privacy request asks to look for. Throws `invalid` when there is nothing to
 * look for where something has to be; nothing is looked up.
 */
export function readTargets({
  kind,
  targets: text,
  answers,
}: Pick<Submission, 'kind' | 'targets' | 'answers'>): Reading {
  const { targets, misread } = parseTargets(text, env().url, { wholeSources: mayNameSources(kind) })
  const toFind = kind === 'privacy' ? targetsToFind(answers.identifiers ?? '') : []
  const all = [...targets, ...toFind.filter((found) => !targets.some((target) => isSame(target, found)))]
  if (all.length > 0 || (kind === 'retraction' && !mustSayWhere(kind, answers)))
    return { targets: all, misread }
  if (!mustSayWhere(kind, answers))
    throw invalid(say('takedowns.errors.targets'), { identifiers: [say('takedowns.input.identifiersShort')] })
  throw invalid(say('takedowns.errors.targets'), { targets: [say('takedowns.input.targetsNone')] })
}

const isSame = (a: Reading['targets'][number], b: Reading['targets'][number]) =>
  JSON.stringify(a) === JSON.stringify(b)
