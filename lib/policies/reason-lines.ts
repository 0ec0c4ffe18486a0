import { say } from '@/lib/i18n/say'

type ReasonLine = {
  code: string
  category: string
  actions: readonly string[]
  label: string
  guidance: string
}

/*
 * Reason codes as people edit them, one on each line:
 *   pii.contact | pii | redact, remove | Contact details of a private person | What reaches somebody.
 */

/** The text of the form's field. */
export function formatReasons(reasons: readonly ReasonLine[]): string {
  return reasons
    .map(({ code, category, actions, label, guidance }) =>
      [code, category, actions.join(', '), label, guidance].join(' | '),
    )
    .join('\n')
}

/** Lines that are no reason codes are errors with their number; empty lines are not lines. */
export function parseReasons(text: string): { reasons: unknown[]; errors: string[] } {
  const reasons: unknown[] = []
  const errors: string[] = []
  text.split(/\r?\n/).forEach((line, i) => {
    if (line.trim() === '') return
    const [code, category, actions, label, guidance = ''] = line.split('|').map((part) => part.trim())
    if (!code || !category || !actions || !label)
      errors.push(say('policies.input.line', { line: String(i + 1) }))
    else reasons.push({ code, category, actions: actions.split(/\s*,\s*/), label, guidance })
  })
  return { reasons, errors }
}
