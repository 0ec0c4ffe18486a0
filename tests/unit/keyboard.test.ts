import { describe, expect, test } from 'vitest'
import { rowAfterKey } from '@/components/table/row-keys'
import { keyboardInput } from '@/lib/keyboard/input'
import {
  clashes,
  commandOf,
  COMMANDS,
  keymapFrom,
  keyName,
  PAGE_COMMANDS,
  PASSAGE_COMMANDS,
  passageCommandOf,
  TABLE_COMMANDS,
  tableCommandOf,
  USUAL_KEY,
  USUAL_KEYS,
} from '@/lib/keyboard/labels'

const usual = Object.fromEntries(COMMANDS.map((command) => [`key.${command}`, USUAL_KEY[command]]))

describe('keys of the review workspace', () => {
  test('the usual keys clash nowhere, and each leads to its command', () => {
    expect(clashes(USUAL_KEYS.keys)).toEqual([])
    for (const command of PAGE_COMMANDS) expect(commandOf(USUAL_KEYS, USUAL_KEY[command])).toBe(command)
    for (const command of PASSAGE_COMMANDS.filter((one) => USUAL_KEY[one] !== ''))
      expect(passageCommandOf(USUAL_KEYS, USUAL_KEY[command])).toBe(command)
    for (const command of TABLE_COMMANDS) expect(tableCommandOf(USUAL_KEYS, USUAL_KEY[command])).toBe(command)
    expect(commandOf(USUAL_KEYS, 'G'), 'with Caps Lock too').toBe('keep')
  })

  test('what decides a case and judges its passages is under one hand, on every layout of letters', () => {
    const ways = [
      'keep',
      'remove',
      'redact',
      'restrict',
      'label',
      'submit',
      'skip',
      'escalate',
      'undo',
    ] as const
    const more = ['reveal', 'addSelection', 'passages', 'accept', 'leave', 'reject'] as const
    for (const command of [...ways, ...more]) expect('qwertasdfgzxcvby ').toContain(USUAL_KEY[command])
  })

  test('the keys of the list of passages are chosen like the others, and work where those of the page are off', () => {
    const saved = keyboardInput.parse({ ...usual, 'key.accept': 'ö', 'key.endForward': 'L' })
    const keymap = keymapFrom(saved)
    expect(keymap.enabled).toBe(false)
    expect(passageCommandOf(keymap, 'Ö')).toBe('accept')
    expect(passageCommandOf(keymap, 'v')).toBeUndefined()
    expect(passageCommandOf(keymap, 'l')).toBe('endForward')
    expect(keyName(keymap, 'accept', 'Space')).toBe('Ö')
    expect(keyName(keymap, 'keep', 'Space')).toBeNull()
    const { error } = keyboardInput.safeParse({ ...usual, 'key.accept': 'f' })
    expect(error?.issues.map(({ path }) => path[0])).toEqual(['key.submit', 'key.accept'])
  })

  test('the rows of a table are gone through by the keys that were chosen, and by those of every list', () => {
    const keymap = keymapFrom(keyboardInput.parse({ ...usual, 'key.rowDown': 'h', 'key.rowUp': '' }))
    const pressed = (key: string, held = {}) =>
      rowAfterKey({ key, ctrlKey: false, metaKey: false, altKey: false, ...held }, keymap, 4, 20)
    expect(pressed('h'), 'also where the keys of the page are off').toBe(5)
    expect(pressed('H'), 'with Shift').toBe(5)
    expect([pressed('j'), pressed('k'), pressed('x')]).toEqual([null, null, null])
    expect([pressed('ArrowDown'), pressed('ArrowUp'), pressed('PageUp'), pressed('End')]).toEqual([
      5, 3, 0, 19,
    ])
    expect(pressed('h', { ctrlKey: true })).toBeNull()
    expect(keyName(keymap, 'rowDown', 'Space')).toBe('H')
    const { error } = keyboardInput.safeParse({ ...usual, 'key.rowUp': 'g' })
    expect(error?.issues.map(({ path }) => path[0])).toEqual(['key.keep', 'key.rowUp'])
  })

  test('a chosen key takes the place of the usual one', () => {
    const saved = keyboardInput.parse({ ...usual, enabled: 'on', 'key.keep': 'ж', 'key.note': '' })
    expect(saved).toEqual({ enabled: true, keys: { keep: 'ж', note: '' } })
    const keymap = keymapFrom(saved)
    expect(commandOf(keymap, 'Ж')).toBe('keep')
    expect(commandOf(keymap, 'g')).toBeUndefined()
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
    const saved = keyboardInput.parse({ ...usual, 'key.keep': 'm' })
    const keymap = keymapFrom(saved)
    for (const key of ['m', 'g', 's', '?', ' ']) expect(commandOf(keymap, key)).toBeUndefined()
    expect(keymapFrom({ ...saved, enabled: true }).keys.keep).toBe('m')
  })

  test('the usual keys come back whatever is typed, and somebody’s own key is not taken by a newer command', () => {
    expect(keyboardInput.parse({ intent: 'reset', 'key.keep': 'ab' })).toEqual({ enabled: true, keys: {} })
    const before = keymapFrom({ enabled: true, keys: { keep: 'n' } })
    expect(before.keys).toMatchObject({ keep: 'n', note: '' })
  })
})
