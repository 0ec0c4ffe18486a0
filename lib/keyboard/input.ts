import { z } from 'zod'
import { asks, say } from '@/lib/i18n/say'
import { clashes, COMMANDS, type Command, keyForEach, keyName, USUAL_KEY } from './labels'

/** One letter or sign. A digit chooses a reason, and nothing else. */
const key = z
  .string()
  .default('')
  .transform((typed) => (typed === ' ' ? ' ' : typed.trim().toLowerCase()))
  .transform((typed) => (isSpace(typed) ? ' ' : typed.normalize('NFC')))
  .refine((typed) => !/^\p{Nd}$/u.test(typed), asks('keys.input.digit'))
  .refine((typed) => /^(?:[\p{L}\p{N}\p{P}\p{S} ])?$/u.test(typed), asks('keys.input.one'))

/** By its name in the language of the form, or in English. */
const isSpace = (typed: string) => typed === 'space' || typed === say('keys.space').toLowerCase()

const fieldOf = (command: Command) => `key.${command}`

/** The form of the account page: a field `key.<command>` each. `reset` goes back to the usual keys, whatever is typed. */
export const keyboardInput = z
  .looseObject({ intent: z.enum(['save', 'reset']).default('save'), enabled: z.literal('on').optional() })
  .transform(({ intent, enabled, ...rest }, context) => {
    if (intent === 'reset') return { enabled: true, keys: {} }
    const keys: Partial<Record<Command, string>> = {}
    for (const command of COMMANDS) {
      const parsed = key.safeParse(rest[fieldOf(command)])
      if (parsed.success) keys[command] = parsed.data
      for (const { message } of parsed.error?.issues.slice(0, 1) ?? [])
        context.addIssue({ code: 'custom', path: [fieldOf(command)], message })
    }
    const chosen = keyForEach((command) => keys[command] ?? '')
    for (const { command, other } of clashes(chosen)) {
      const key = keyName({ enabled: true, keys: chosen }, command, say('keys.space')) ?? ''
      const message = say('keys.input.taken', { key, command: say(`keys.command.${other}`) })
      context.addIssue({ code: 'custom', path: [fieldOf(command)], message })
    }
    return { enabled: enabled === 'on', keys: changed(keys) }
  })
export type KeyboardInput = z.output<typeof keyboardInput>

/** Only what differs is kept: who chose nothing gets the usual keys of tomorrow, too. */
const changed = (keys: Partial<Record<Command, string>>): Record<string, string> =>
  Object.fromEntries(
    COMMANDS.flatMap((command) => {
      const chosen = keys[command]
      return chosen === undefined || chosen === USUAL_KEY[command] ? [] : [[command, chosen]]
    }),
  )
