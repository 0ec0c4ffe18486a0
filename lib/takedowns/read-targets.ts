import 'server-only'
import { invalid } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { env } from '@/lib/runtime/env'
import type { Submission } from './input'
import { mayNameSources, meansAllUnlisted, mustSayWhere } from './kinds'
import { parseTargets, type Reading } from './parse-targets'
import { readIdentifiers } from './read-identifiers'

/**
 * What was pasted, as we understood it, and what a privacy request asks to look for. Throws `invalid` when there is nothing to
 * look for where something has to be; nothing is looked up.
 */
export function readTargets({
  kind,
  targets: text,
  locators = '',
  answers,
}: Pick<Submission, 'kind' | 'targets' | 'locators' | 'answers'>): Reading {
  const wholeSources = mayNameSources(kind)
  const { targets: typed, misread: lines } = parseTargets(text, env().url, { wholeSources })
  const listed = parseTargets(locators, env().url, { wholeSources, list: true }).targets
  const toFind = readIdentifiers(kind === 'privacy' ? (answers.identifiers ?? '') : '')
  const misread = [...lines, ...toFind.misread]
  const all = [
    ...new Map(
      [...typed, ...listed, ...toFind.targets].map((target) => [JSON.stringify(target), target]),
    ).values(),
  ]
  if (all.length > 0) return { targets: all, misread }
  // A list of which nothing was understood is not the same as none, unless it was said in as many words that all is meant.
  const isUnlisted = `${text}${locators}`.trim() === '' || answers.extent === 'whole'
  if (isUnlisted && meansAllUnlisted(kind, answers)) return { targets: all, misread }
  if (kind === 'privacy' && !mustSayWhere(kind, answers))
    throw invalid(say('takedowns.errors.targets'), { identifiers: [say('takedowns.input.identifiersShort')] })
  throw invalid(say('takedowns.errors.targets'), { targets: [say('takedowns.input.targetsNone')] })
}
