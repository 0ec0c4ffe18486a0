import { describe, expect, test } from 'vitest'
import { keyboardInput } from '@/lib/keyboard/input'
import {
  clashes,
  commandOf,
  COMMANDS,
  keymapFrom,
  keyName,
  USUAL_KEY,
  USUAL_KEYS,
} from '@/lib/keyboard/labels'

const usual = Object.fromEntries(COMMANDS.map((command) => [`key.${command}`, USUAL_KEY[command]]))

describe('keys of the review workspace', () => {
  test('the usual keys clash nowhere, and each leads to its command', () => {
    expect(clashes(USUAL_KEYS.keys)).toEqual([])
    for (const command of COMMANDS) expect(commandOf(USUAL_KEYS, USUAL_KEY[command])).toBe(command)
    expect(commandOf(USUAL_KEYS, 'K'), 'with Caps Lock too').toBe('keep')
  })

  test('a chosen key takes the place of the usual one', () => {
    const saved = keyboardInput.parse({ ...usual, enabled: 'on', 'key.keep': 'ж', 'key.note': '' })
    expect(saved).toEqual({ enabled: true, keys: { keep: 'ж', note: '' } })
    const keymap = keymapFrom(saved)
    expect(commandOf(keymap, 'Ж')).toBe('keep')
    expect(commandOf(keymap, 'k')).toBeUndefined()
    expect(keyName(keymap, 'note', 'Space')).toBeNull()
  })

  test('one key for two commands is refused, with a sentence for each', () => {
    const { error } = keyboardInput.safeParse({ ...usual, enabled: 'on', 'key.keep': 'R' })
    expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ['key.keep', 'R is also the key for “remove”.'],
      ['key.remove', 'R is also the key for “keep”.'],
    ])
  })

  test.each([
    ['7', 'Digits choose a reason. Use a letter or a sign.'],
    ['ab', 'One letter or sign, or the word Space.'],
    ['\u0007', 'One letter or sign, or the word Space.'],
  ])('%j is not a key', (typed, message) => {
    const { error } = keyboardInput.safeParse({ ...usual, 'key.keep': typed })
    expect(error?.issues).toMatchObject([{ path: ['key.keep'], message }])
  })

  test('switched off, no key does anything, and the chosen ones are kept for later', () => {
    const saved = keyboardInput.parse({ ...usual, 'key.keep': 'z' })
    const keymap = keymapFrom(saved)
    for (const key of ['z', 'k', 's', '?', ' ']) expect(commandOf(keymap, key)).toBeUndefined()
    expect(keymapFrom({ ...saved, enabled: true }).keys.keep).toBe('z')
  })

  test('the usual keys come back whatever is typed, and somebody’s own key is not taken by a newer command', () => {
    expect(keyboardInput.parse({ intent: 'reset', 'key.keep': 'ab' })).toEqual({ enabled: true, keys: {} })
    const before = keymapFrom({ enabled: true, keys: { keep: 'n' } })
    expect(before.keys).toMatchObject({ keep: 'n', note: '' })
  })
})
