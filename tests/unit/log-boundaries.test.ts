import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Tracked and new files alike, so that a rule is broken before the commit and not after it. */
const files = (...under: string[]): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...under], {
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => /\.tsx?$/.test(file))

describe('the boundaries of the log', () => {
  it('keep lib/tlog free of every import but its own files', () => {
    const imports = files('lib/tlog').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, from]) => from),
    )
    expect(imports.length).toBeGreaterThan(10)
    expect(imports.filter((from) => !/^\.\/[a-z0-9-]+$/.test(from ?? ''))).toEqual([])
  })

  it('let nothing but append.ts write what the sequencer makes public', () => {
    const writers = files('lib', 'app', 'db').filter((file) =>
      /insert into log_(pending|opening)|insert\(log(Pending|Opening)\)/.test(readFileSync(file, 'utf8')),
    )
    expect(writers).toEqual(['lib/log/append.ts'])
  })

  it('let nothing but the sequencer, and the recovery of what it had published, write the log itself', () => {
    const writers = files('lib', 'app', 'db').filter((file) =>
      /(insert into|update|delete from) log_(entry|tile|checkpoint|head)|(insert|update|delete)\(log(Entry|Tile|Checkpoint|Head)\)/.test(
        readFileSync(file, 'utf8'),
      ),
    )
    expect(writers.sort()).toEqual(['lib/log/recover.ts', 'lib/log/sequence.ts'])
  })
})
