import 'server-only'
import { defineCommand } from '@/lib/cli/command'
import { verify, type VerifyReport } from '@/lib/releases/verify'
import { keyText } from './key-text'

export const command = defineCommand({
  name: 'verify',
  summary: 'Check a release: exits 0 valid, 1 invalid, 2 cannot check',
  positionals: ['release'],
  options: {
    base: {
      type: 'string',
      value: 'PATH',
      multiple: true,
      help: 'base file or folder, to rebuild the release from',
    },
    rebuild: { type: 'boolean', help: 'rebuild the release, from base files that lie in it too' },
    vkey: {
      type: 'string',
      value: 'KEY',
      help: "the log's key (or a file with its keys), to check signatures",
    },
    openings: {
      type: 'string',
      value: 'FILE',
      help: 'openings an auditor was given: whether the decisions in it were carried out; wants --base',
    },
    latest: {
      type: 'boolean',
      help: 'ask the log whether there is a later release, or a notice about this one',
    },
  },
  database: false,
  run: async ({ path, signal }, { at, values }) => {
    const release = at('release')
    const report = await verify({
      release: /^https?:\/\//i.test(release) ? release : path(release),
      base: values.base?.map(path),
      rebuild: values.rebuild,
      openings: values.openings === undefined ? undefined : path(values.openings),
      latest: values.latest,
      vkey: values.vkey === undefined ? undefined : await keyText(values.vkey, path),
      signal,
    })
    return { view: report, text: asText(report), exit: report.exit }
  },
})

const WORDS = { valid: 'valid', invalid: 'INVALID', not_checked: 'not checked' } as const

function asText(report: VerifyReport): string {
  const { release, integrity, rebuilt, backed, complete, fresh, exit } = report
  const name = release ? `${release.dataset} ${release.version} (${release.disclosure})` : 'The release'
  const verdict = ['valid in all that was checked', 'INVALID', 'could not be checked'][exit]
  const lines = Object.entries({ integrity, rebuilt, backed, complete, fresh }).map(
    ([what, { state, says }]) => `${what.padEnd(10)} ${WORDS[state].padEnd(12)} ${says.join(' ')}`,
  )
  return [`${name}: ${verdict}.`, ...lines].join('\n')
}
