import 'server-only'
import { defineCommand } from '@/lib/cli/command'
import { progressBar } from '@/lib/cli/progress-bar'
import { FormatError } from '@/lib/release-format/format-error'
import { PENDING_FILE } from '@/lib/release-format/pending'
import { apply, type ApplyView } from '@/lib/releases/apply'
import { WAY } from '@/lib/releases/apply-to-text'
import { invalid } from '@/lib/errors'
import { keyText } from './key-text'

export const command = defineCommand({
  name: 'apply',
  summary: 'Write the filtered copy of files, as a release says',
  positionals: ['release', 'files...'],
  options: {
    out: { type: 'string', value: 'DIR', help: 'folder for the copy and its receipt' },
    check: { type: 'boolean', help: 'read and count everything, and write nothing' },
    jobs: {
      type: 'string',
      value: 'N',
      help: 'files at once, and threads; as many as there are cores if left out',
    },
    'text-field': {
      type: 'string',
      value: 'NAME',
      multiple: true,
      help: 'content field of these files, in the order of the release, when it has another name there',
    },
    'id-field': {
      type: 'string',
      value: 'NAME',
      help: 'field with the ids of the base, when it has another name',
    },
    pending: {
      type: 'string',
      value: 'LIST',
      help: 'signed list of what is to go until the next release: file or address; wants --vkey',
    },
    vkey: { type: 'string', value: 'KEY', help: "the log's key (or a file with its keys) for --pending" },
    'ignore-ids': { type: 'boolean', help: 'tell rows apart by their text alone' },
  },
  database: false,
  run: async ({ path, note, signal }, { at, positionals, values }) => {
    const release = at('release')
    const { out, check } = values
    if ((out === undefined) !== (check === true))
      throw invalid('Say where the copy goes with --out DIR, or that none is wanted with --check.')
    const bar = progressBar(process.stderr, 'filtering')
    try {
      const view = await apply({
        release: /^https?:\/\//i.test(release) ? release : path(release),
        files: positionals.slice(1).map((file) => (/^https?:\/\//i.test(file) ? file : path(file))),
        out: out === undefined ? null : path(out),
        textFields: values['text-field'],
        idField: values['id-field'],
        jobs: values.jobs === undefined ? undefined : jobsOf(values.jobs),
        ignoreIds: values['ignore-ids'],
        pending: await pendingOf(values, path),
        signal,
        note,
        onProgress: bar.show,
      })
      return { view, text: sentence(view, out) }
    } catch (error) {
      if (error instanceof FormatError)
        throw invalid(
          `The ${error.path === PENDING_FILE ? 'list' : 'release'} is not valid. ${error.message}. Nothing was written.`,
        )
      throw error
    } finally {
      bar.end()
    }
  },
})

/** Without the key nobody vouches for the list, and what anybody may write into it must not take rows away. */
async function pendingOf(
  { pending, vkey }: { pending?: string; vkey?: string },
  path: (file: string) => string,
) {
  if (pending === undefined) return undefined
  if (vkey === undefined)
    throw invalid("A list of what is pending is believed only with the log's key: say --vkey.")
  return { list: isAddress(pending) ? pending : path(pending), vkey: await keyText(vkey, path) }
}

const isAddress = (text: string) => /^https?:\/\//i.test(text)

function jobsOf(given: string): number {
  if (!/^[1-9]\d?$/.test(given)) throw invalid('Say a number from 1 to 99 with --jobs.')
  return Number(given)
}

function sentence({ release, rows, lacking, pending, files }: ApplyView, out: string | undefined): string {
  const ways = [...new Set(files.map(({ way }) => WAY[way]))].join(' and ')
  return [
    `${out === undefined ? 'Checked' : 'Applied'} ${release.dataset} ${release.version} ${ways}: ${rows.in} rows in,`,
    `${rows.untouched} untouched, ${rows.redacted} redacted, ${rows.removed} removed, ${rows.restricted} restricted.`,
    ...(pending ? [pendingSentence(pending)] : []),
    ...lackingSentence(lacking),
    out === undefined ? 'Nothing was written.' : `The copy is in ${out}.`,
  ].join(' ')
}

const pendingSentence = ({ serial, date, rows }: NonNullable<ApplyView['pending']>) =>
  `${rows} rows of the release are left out by the list of pending removals ${serial} of ${date}.`

/** An earlier release had taken away what this one gives back. */
function lackingSentence({ rows, masked }: ApplyView['lacking']): string[] {
  if (rows + masked === 0) return []
  return [
    `${rows} rows that this release has are not in the copy, and ${masked} are masked more than they need be: apply it to the base to have them.`,
  ]
}
