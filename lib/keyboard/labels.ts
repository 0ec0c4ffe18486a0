import { ACTION_ORDER } from '@/lib/review/labels'

/** What a single key does on the page of a case. Digits choose a reason, and Enter submits as in every form: both stay. */
export const PAGE_COMMANDS = [
  ...ACTION_ORDER,
  'submit',
  'skip',
  'escalate',
  'report',
  'undo',
  'reveal',
  'addSelection',
  'passages',
  'find',
  'note',
  'end',
  'contest',
  'direct',
  'help',
] as const

/** What one does in the list of passages, and nowhere else: beside the arrows, Delete and Ctrl Z, which do there what they do in lists. */
export const PASSAGE_COMMANDS = [
  'accept',
  'leave',
  'reject',
  'wordBack',
  'wordForward',
  'startBack',
  'startForward',
  'endBack',
  'endForward',
] as const

/** What one does in a table whose rows are gone through, while the focus is in it: beside the arrows, Page Up and Down, Home and End. */
export const TABLE_COMMANDS = ['rowDown', 'rowUp'] as const

export const COMMANDS = [...PAGE_COMMANDS, ...PASSAGE_COMMANDS, ...TABLE_COMMANDS] as const
export type Command = (typeof COMMANDS)[number]

/**
 * The usual key of each command, `''` for none. What decides a case lies under the left hand and the space bar, so that the other is free
 * for the mouse, or for nothing. What a command does is said by `keys.command`: on the sheet behind `?`, and on the account page.
 */
export const USUAL_KEY: Readonly<Record<Command, string>> = {
  keep: 'g',
  remove: 'r',
  redact: 'd',
  restrict: 't',
  label: 'w',
  submit: 'f',
  skip: 's',
  escalate: 'e',
  report: 'b',
  undo: 'z',
  reveal: ' ',
  addSelection: 'a',
  passages: 'q',
  find: '/',
  note: 'n',
  end: 'u',
  contest: 'o',
  direct: 'i',
  help: '?',
  accept: 'v',
  leave: 'c',
  reject: 'x',
  wordBack: ',',
  wordForward: '.',
  startBack: '',
  startForward: '',
  endBack: '',
  endForward: '',
  rowDown: 'j',
  rowUp: 'k',
}

const NO_KEYS: Readonly<Record<Command, string>> = {
  keep: '',
  remove: '',
  redact: '',
  restrict: '',
  label: '',
  submit: '',
  skip: '',
  escalate: '',
  report: '',
  undo: '',
  reveal: '',
  addSelection: '',
  passages: '',
  find: '',
  note: '',
  end: '',
  contest: '',
  direct: '',
  help: '',
  accept: '',
  leave: '',
  reject: '',
  wordBack: '',
  wordForward: '',
  startBack: '',
  startForward: '',
  endBack: '',
  endForward: '',
  rowDown: '',
  rowUp: '',
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

/** The command of the page that a pressed key (`KeyboardEvent.key`) has, if it has one. */
export function commandOf(
  { enabled, keys }: Keymap,
  pressed: string,
): (typeof PAGE_COMMANDS)[number] | undefined {
  return enabled ? PAGE_COMMANDS.find((command) => keys[command] === pressed.toLowerCase()) : undefined
}

/**
 * The same of the list of passages. Those keys work only while the focus is in it, so that nobody needs to switch them off (WCAG 2.1.4):
 * they hold also where the keys of the page are.
 */
export function passageCommandOf(
  { keys }: Keymap,
  pressed: string,
): (typeof PASSAGE_COMMANDS)[number] | undefined {
  return PASSAGE_COMMANDS.find((command) => keys[command] === pressed.toLowerCase())
}

/** The same of a table, with Shift too: that extends what is selected. */
export function tableCommandOf(
  { keys }: Keymap,
  pressed: string,
): (typeof TABLE_COMMANDS)[number] | undefined {
  return TABLE_COMMANDS.find((command) => keys[command] === pressed.toLowerCase())
}

/** As a keycap says it; null where there is no key. `space`: the word for that key. */
export function keyName({ enabled, keys }: Keymap, command: Command, space: string): string | null {
  const key = keys[command]
  const isOn = enabled || [...PASSAGE_COMMANDS, ...TABLE_COMMANDS].some((one) => one === command)
  if (!isOn || key === '') return null
  return key === ' ' ? space : key.toUpperCase()
}

/** Which keys cannot be chosen like this: of two commands with one key, each has to say whose it is. */
export function clashes(keys: Readonly<Record<Command, string>>): { command: Command; other: Command }[] {
  return COMMANDS.flatMap((command) => {
    const other = COMMANDS.find((one) => one !== command && keys[one] !== '' && keys[one] === keys[command])
    return other ? [{ command, other }] : []
  })
}
