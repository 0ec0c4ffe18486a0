import { z } from 'zod'
import { clashes, COMMANDS, type Command, keyForEach, SHORTCUT } from './labels'

/** One letter or sign. A digit chooses a reason, and nothing else. */
const key = z
  .string()
  .default('')
  .transform((typed) => (typed === ' ' ? ' ' : typed.trim().toLowerCase()))
  .transform((typed) => (typed === 'space' ? ' ' : typed.normalize('NFC')))
  .refine((typed) => !/^\p{Nd}$/u.test(typed), 'Digits choose a reason. Use a letter or a sign.')
  .refine((typed) => /^(?:[\p{L}\p{N}\p{P}\p{S} ])?$/u.test(typed), 'One letter or sign, or the word Space.')

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
    for (const [command, message] of Object.entries(clashes(keyForEach((command) => keys[command] ?? ''))))
      context.addIssue({ code: 'custom', path: [`key.${command}`], message })
    return { enabled: enabled === 'on', keys: changed(keys) }
  })
export type KeyboardInput = z.output<typeof keyboardInput>

/** Only what differs is kept: who chose nothing gets the usual keys of tomorrow, too. */
const changed = (keys: Partial<Record<Command, string>>): Record<string, string> =>
  Object.fromEntries(
    COMMANDS.flatMap((command) => {
      const chosen = keys[command]
      return chosen === undefined || chosen === SHORTCUT[command].key ? [] : [[command, chosen]]
    }),
  )
