import { describe, expect, test } from 'vitest'
import { repositoryFiles } from '../support/repository'

const ours = /\.(ts|tsx|mjs|js|json|md|sql|css|ya?ml)$|^\.(?!git\/)[^/]+$|^\.ci\/run$/
const code = /^(app|components|db|lib|tests|proxy|next\.config|eslint\.config).*\.(ts|tsx|mjs|js)$/
const self = 'tests/safety/files.test.ts'

/** Where a pattern occurs, as `file:line`. */
function occurrences(pattern: RegExp, files: RegExp, except: RegExp = /^$/): string[] {
  return repositoryFiles(files)
    .filter(({ file }) => file !== self && !except.test(file))
    .flatMap(({ file, text }) =>
      text
        .split('\n')
        .flatMap((line, i) => (pattern.test(line) ? [`${file}:${i + 1}: ${line.trim().slice(0, 100)}`] : [])),
    )
}

describe('the repository', () => {
  test('names no path of a machine and no host of a registry', () => {
    const machine = new RegExp(
      [
        '/(work|root|home)/',
        String.raw`/tmp/(?!bash)\w+`,
        'registry\\.(npmjs|yarnpkg)',
        'pypi\\.(org|python)',
        'proxy\\.golang',
      ].join('|'),
    )
    expect(occurrences(machine, ours, /^(package-lock\.json|lib\/(detection|runtime)\/)/)).toEqual([])
  })

  test('locks dependencies without the address they came from', () => {
    const [lock] = repositoryFiles(/^package-lock\.json$/)
    expect(lock?.text).not.toContain('"resolved"')
    const [manifest] = repositoryFiles(/^package\.json$/)
    const { dependencies } = JSON.parse(manifest?.text ?? '{}') as { dependencies: Record<string, string> }
    expect(Object.entries(dependencies).filter(([, version]) => !/^\d+\.\d+\.\d+/.test(version))).toEqual([])
  })

  test('silences neither the compiler nor the linter', () => {
    expect(occurrences(/@ts-(ignore|nocheck)|eslint-disable|\bas any\b|as unknown as/, code)).toEqual([])
    // A test may show that a mistake does not compile.
    expect(occurrences(/@ts-expect-error/, code, /^tests\//)).toEqual([])
  })

  test('leaves nothing for later in the code', () => {
    expect(occurrences(/\b(TODO|FIXME|XXX|HACK)\b|not implemented/, code)).toEqual([])
  })

  test('runs every test it has', () => {
    expect(occurrences(/\b(test|it|describe)\.(only|skip|fixme|todo)\b/, /^tests\//)).toEqual([])
  })

  test('never turns text into HTML', () => {
    expect(
      occurrences(
        /dangerouslySetInnerHTML|\.innerHTML\s*=|insertAdjacentHTML|document\.write/,
        code,
        /^tests\//,
      ),
    ).toEqual([])
  })

  test('selects columns by name in queries', () => {
    expect(
      occurrences(/select \* from (?!\()/i, /^(app|lib)\/.*\.ts$/, /^lib\/(datasets|releases|cli)\//),
    ).toEqual([])
  })

  test('has no file over 300 lines without a header that says why', () => {
    const long = repositoryFiles(code)
      .filter(({ file, text }) => text.split('\n').length > (file.startsWith('tests/') ? 450 : 300))
      .filter(({ text }) => !/^('use client'\s+)?\/\*/.test(text))
      .map(({ file, text }) => `${file}: ${text.split('\n').length}`)
    expect(long).toEqual([])
  })

  test('keeps most files short: median at most 60 lines, 90th percentile at most 160', () => {
    const lengths = repositoryFiles(/^(app|components|db|lib)\/.*\.tsx?$/)
      .map(({ text }) => text.split('\n').length)
      .sort((a, b) => a - b)
    const at = (share: number) => lengths[Math.floor(lengths.length * share)] ?? 0
    expect(at(0.5)).toBeLessThanOrEqual(60)
    expect(at(0.9)).toBeLessThanOrEqual(160)
  })

  test('has no folder that says nothing', () => {
    const vague = repositoryFiles(/^(app|components|db|lib)\//).filter(({ file }) =>
      /\/(services|utils|helpers|common|types|hooks)\//.test(file),
    )
    expect(vague.map(({ file }) => file)).toEqual([])
  })

  test('has one barrel, for the schema', () => {
    const barrels = repositoryFiles(/^(app|components|db|lib)\/.*index\.tsx?$/).map(({ file }) => file)
    expect(barrels).toEqual(['db/schema/index.ts'])
  })

  test('names colours in one file only', () => {
    expect(
      occurrences(
        /#[0-9a-f]{6}\b|\b(rgb|hsl|oklch)a?\(/i,
        /^(app|components)\/.*\.(tsx|css)$/,
        /^app\/(globals\.css|global-error\.tsx)$/,
      ),
    ).toEqual([])
  })

  test('speaks of the product alone', () => {
    const words = new RegExp(
      [
        '\\b(',
        [
          'clau' + 'de',
          'anthro' + 'pic',
          'chat' + 'gpt',
          'co' + 'pilot',
          'sub' + 'agent',
          'llm session',
        ].join('|'),
        ')\\b',
      ].join(''),
      'i',
    )
    // Detection rules name the vendors whose keys they find.
    expect(
      occurrences(words, ours, /^(package-lock\.json|lib\/detection\/data\/|tests\/unit\/detection\/)/),
    ).toEqual([])
  })
})
