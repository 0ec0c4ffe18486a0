import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { shardOf, worldOf } from '../support/copies'
import { withFileLimit } from '../support/full-disk'
import { program } from '../support/program'
import { buildRelease, writeRelease } from '../support/release'

const shards = [shardOf('a.jsonl', 80, 1, { kind: 'jsonl' }), shardOf('b.csv', 80, 5, { kind: 'csv' })]

function lay() {
  const root = mkdtempSync(path.join(tmpdir(), 'winnow-apply-crash-'))
  const release = writeRelease(path.join(root, 'release'), buildRelease(worldOf(shards)))
  const files = shards.map((shard) => {
    writeFileSync(path.join(root, shard.path), shard.bytes)
    return path.join(root, shard.path)
  })
  return { release, files, out: path.join(root, 'out') }
}

function run({ release, files, out }: ReturnType<typeof lay>, failpoint = '') {
  const words = [...program('lib/cli/main.ts'), 'apply', release, ...files, '--out', out]
  const env = { ...process.env, WINNOW_FAILPOINT: failpoint, WINNOW_MODE: 'demo' }
  const { status, signal } = spawnSync(process.execPath, words, { env, encoding: 'utf8' })
  return { status, signal }
}

const bytesOf = (out: string) =>
  ['a.jsonl', 'b.csv', 'winnow-receipt.json'].map((name) => readFileSync(path.join(out, name), 'utf8'))

describe('an apply that is killed', () => {
  const undisturbed = lay()

  it.each([
    ['output.before-rename', 0],
    ['output.after-rename', 1],
    ['output.after-rename:2', 2],
  ])('at %s leaves no receipt, and the next one finishes it', (failpoint, renamed) => {
    if (!existsSync(undisturbed.out)) expect(run(undisturbed)).toEqual({ status: 0, signal: null })
    const laid = lay()
    expect(run(laid, failpoint)).toEqual({ status: null, signal: 'SIGKILL' })
    const left = readdirSync(laid.out)
    expect(left).not.toContain('winnow-receipt.json')
    expect(left.filter((name) => !name.startsWith('.'))).toHaveLength(renamed)
    expect(run(laid)).toEqual({ status: 0, signal: null })
    expect(bytesOf(laid.out)).toEqual(bytesOf(undisturbed.out))
    expect(readdirSync(laid.out).sort()).toEqual(['a.jsonl', 'b.csv', 'winnow-receipt.json'])
  })
})

describe('an apply for which there is no room', () => {
  it.each([0, 1])('leaves nothing, says so, and works when there is (%s)', (blocks) => {
    const { release, files, out } = lay()
    const words = ['apply', release, ...files, '--out', out]
    const { status, stderr } = withFileLimit(blocks, 'lib/cli/main.ts', words)
    expect(stderr).toContain('There is no room left on the disk. Nothing half-made was left behind')
    expect(status).toBe(2)
    expect(existsSync(out)).toBe(false)
    expect(run({ release, files, out })).toEqual({ status: 0, signal: null })
  })
})
