import { ACTION_ORDER } from '@/lib/review/labels'

/** What a single key does on the page of a case. Digits and Enter belong to the list of reasons and to the form, and stay. */
export const COMMANDS = [
  ...ACTION_ORDER,
  'skip',
  'escalate',
  'undo',
  'reveal',
  'addSelection',
  'passages',
  'find',
  'note',
  'help',
] as const
export type Command = (typeof COMMANDS)[number]

/** The usual key of each command. What it does is said by `keys.command`: on the sheet behind `?`, and on the account page. */
export const USUAL_KEY: Readonly<Record<Command, string>> = {
  keep: 'k',
  remove: 'r',
  redact: 'd',
  restrict: 't',
  label: 'l',
  skip: 's',
  escalate: 'e',
  undo: 'u',
  reveal: ' ',
  addSelection: 'a',
  passages: 'p',
  find: '/',
  note: 'n',
  help: '?',
}

const NO_KEYS: Readonly<Record<Command, string>> = {
  keep: '',
  remove: '',
  redact: '',
  restrict: '',
  label: '',
  skip: '',
  escalate: '',
  undo: '',
  reveal: '',
  addSelection: '',
  passages: '',
  find: '',
  note: '',
  help: '',
}

export type Keymap = {
  /** Off: no single key does anything, also no digit and no Enter outside of a control (WCAG 2.1.4). */
  enabled: boolean
  /** The key of each command, in lower case; `''` for none. */
  keys: Readonly<Record<Command, string>>
}

export const USUAL_KEYS: Keymap = { enabled: true, keys: keysWith({}) }

/** What somebody chose, over the usual keys. One that has since become the usual key of a newer command stays theirs. */
export function keymapFrom(chosen: { enabled: boolean; keys: Readonly<Record<string, string>> }): Keymap {
  return { enabled: chosen.enabled, keys: keysWith(chosen.keys) }
}

function keysWith(chosen: Readonly<Record<string, string>>): Record<Command, string> {
  const taken = new Set(COMMANDS.map((command) => chosen[command]))
  return keyForEach((command) => {
    const usual = USUAL_KEY[command]
    return chosen[command] ?? (taken.has(usual) ? '' : usual)
  })
}

/** A key for every command. */
export function keyForEach(keyOf: (command: Command) => string): Record<Command, string> {
  const keys: Record<Command, string> = { ...NO_KEYS }
  for (const command of COMMANDS) keys[command] = keyOf(command)
  return keys
}

/** The command of a pressed key (`KeyboardEvent.key`), if it has one. */
export function commandOf({ enabled, keys }: Keymap, pressed: string): Command | undefined {
  return enabled ? COMMANDS.find((command) => keys[command] === pressed.toLowerCase()) : undefined
}

/** As a keycap says it; null where there is no key. `space`: the word for that key. */
export function keyName({ enabled, keys }: Keymap, command: Command, space: string): string | null {
  const key = keys[command]
  if (!enabled || key === '') return null
  return key === ' ' ? space : key.toUpperCase()
}

/** Which keys cannot be chosen like this: of two commands with one key, each has to say whose it is. */
export function clashes(keys: Readonly<Record<Command, string>>): { command: Command; other: Command }[] {
  return COMMANDS.flatMap((command) => {
    const other = COMMANDS.find((one) => one !== command && keys[one] !== '' && keys[one] === keys[command])
    return other ? [{ command, other }] : []
  })
}
