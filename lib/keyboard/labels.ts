import { ACTION, ACTION_ORDER } from '@/lib/review/labels'

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

const usualOf = (action: (typeof ACTION_ORDER)[number]) => ({
  key: ACTION[action].key,
  what: ACTION[action].verb.toLowerCase(),
})

/** The one list: the sheet behind `?`, the account page and the page of a case are made from it. */
export const SHORTCUT: Readonly<Record<Command, { key: string; what: string }>> = {
  keep: usualOf('keep'),
  remove: usualOf('remove'),
  redact: usualOf('redact'),
  restrict: usualOf('restrict'),
  label: usualOf('label'),
  skip: { key: 's', what: 'skip to the next case' },
  escalate: { key: 'e', what: 'ask a lead, on a case from the queue' },
  undo: { key: 'u', what: 'take the last vote from the queue back, for ten seconds' },
  reveal: { key: ' ', what: 'show the text' },
  addSelection: { key: 'a', what: 'add the selected words to the passages' },
  passages: { key: 'p', what: 'go to the list of passages' },
  find: { key: '/', what: 'find words in the text' },
  note: { key: 'n', what: 'write a note' },
  help: { key: '?', what: 'show all keys' },
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
    const usual = SHORTCUT[command].key
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

/** As a keycap says it; null where there is no key. */
export function keyName({ enabled, keys }: Keymap, command: Command): string | null {
  const key = keys[command]
  if (!enabled || key === '') return null
  return key === ' ' ? 'Space' : key.toUpperCase()
}

/** Why keys cannot be chosen like this, by command: two commands with one key, of which each has to say whose it is. */
export function clashes(keys: Readonly<Record<Command, string>>): Partial<Record<Command, string>> {
  const found: Partial<Record<Command, string>> = {}
  for (const command of COMMANDS) {
    const other = COMMANDS.find((one) => one !== command && keys[one] !== '' && keys[one] === keys[command])
    if (other)
      found[command] =
        `${keyName({ enabled: true, keys }, command)} is also the key for “${SHORTCUT[other].what}”.`
  }
  return found
}
