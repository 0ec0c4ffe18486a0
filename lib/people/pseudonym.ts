import { randomInt } from 'node:crypto'

const FIRST = [
  'amber',
  'birch',
  'calm',
  'clear',
  'dune',
  'early',
  'fern',
  'grey',
  'hazel',
  'juniper',
  'linen',
  'maple',
  'north',
  'oaken',
  'pale',
  'quiet',
  'river',
  'slate',
  'tidal',
  'willow',
]
const SECOND = [
  'badger',
  'bittern',
  'curlew',
  'dormouse',
  'egret',
  'finch',
  'gannet',
  'heron',
  'ibis',
  'jackdaw',
  'kestrel',
  'lapwing',
  'marten',
  'otter',
  'plover',
  'redstart',
  'siskin',
  'tern',
  'vole',
  'wren',
]

/** A name that says nothing about the person: `quiet-heron-4821`. */
export function makePseudonym(): string {
  const pick = (words: readonly string[]) => words[randomInt(words.length)] ?? 'reviewer'
  return `${pick(FIRST)}-${pick(SECOND)}-${randomInt(1000, 10_000)}`
}
