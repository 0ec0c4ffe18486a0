import { phrase } from './fold'
import type { Found, Scope } from './notice'

const WHOLE = phrase(
  '(?:(?:the|this|that|my|our) )?(?:entire|whole|complete) (?:contents of the )?(?:repositor(?:y|ies)|repo|project|dataset|site|website|account|gist)|all (?:of the )?files (?:in|of) (?:the|this)|(?:gesamte|ganze|komplette|vollständige)[a-z]* (?:repository|repositorium|projekt|datensatz|seite|website|konto)',
)
const FORKS = phrase(
  "(?:and |with |including )?(?:all|any|every|each)(?: of)?(?: (?:its|the|it's|their|other|existing|known))* (?:forks?|copies|mirrors|clones)|as well as (?:its|the|all) forks|samt (?:allen|aller) (?:forks|kopien|abzweigungen)|(?:alle|sämtliche) (?:forks|kopien|abzweigungen)",
)
const REPRESENTATIVE = phrase(
  '(?:representative|non-exhaustive|not exhaustive|partial) (?:list|sample|number|example)|(?:including|such as),? but not limited to|for example|examples? of the infring|beispielhaft|unter anderem|auszugsweise',
)
const PARTIAL = phrase(
  '(?:retract|withdraw|rescind|revoke)[a-z]* (?:in )?part|partial(?:ly)?(?: \\S+){0,2} (?:retract|withdraw|rescind)|(?:retract|withdraw|rescind)… (?:only|except|other than|with the exception|all but)|teilweise|mit ausnahme|ausgenommen|nur (?:für|hinsichtlich|bezüglich)',
)

/** What a letter says about how far it reaches. The words of the form's questions are no statement: give `said` without them. */
export function scopeOf(said: string): Scope {
  return {
    whole: first(said, WHOLE),
    forks: first(said, FORKS),
    representative: first(said, REPRESENTATIVE),
    partial: first(said, PARTIAL),
  }
}

function first(said: string, pattern: RegExp): Found<true> | null {
  pattern.lastIndex = 0
  const match = pattern.exec(said)
  if (!match) return null
  const negated = /\b(?:not|no|nicht|kein[a-z]*) [a-z ]{0,12}$/.test(
    said.slice(Math.max(0, match.index - 24), match.index),
  )
  return {
    value: true,
    span: { start: match.index, end: match.index + match[0].length },
    sure: negated ? 0.3 : 0.85,
  }
}
