import 'server-only'
import { db, transact } from '@/db/client'
import { loadMemberByEmail } from '@/lib/auth/load-actor'
import { defineCommand } from '@/lib/cli/command'
import { parseInput } from '@/lib/cli/parse-input'
import { type BegunErasure, beginErasure } from '@/lib/erasure/begin'
import { finishErasures } from '@/lib/erasure/finish'
import { eraseInput } from '@/lib/erasure/input'
import { GIVEN_BASES } from '@/lib/erasure/labels'
import { type ErasurePreview, isEmpty, previewErasure } from '@/lib/erasure/preview'
import { invalid, missing } from '@/lib/errors'
import { formatCount } from '@/lib/format'
import { say } from '@/lib/i18n/say'

export const command = defineCommand({
  name: 'erase',
  summary: 'Destroy a text, or what a request says of its sender, everywhere it is kept',
  positionals: ['slug'],
  options: {
    as: { type: 'string', value: 'EMAIL', required: true, help: 'the safety officer who erases' },
    digest: { type: 'string', value: 'HEX', multiple: true, help: 'digest of a text; may be repeated' },
    request: { type: 'string', value: 'NUMBER', multiple: true, help: 'number of a closed request' },
    basis: { type: 'string', value: 'CODE', required: true, help: GIVEN_BASES.join(', ') },
    'dry-run': { type: 'boolean', help: 'only say what would be destroyed' },
  },
  database: true,
  run: async ({ note, signal }, { at, values }) => {
    const dataset = at('slug')
    const subjects = [
      ...(values.digest ?? []).map((digest) => ({ what: 'item', digest })),
      ...(values.request ?? []).map((request) => ({ what: 'request', request })),
    ].map((subject) => parseInput(eraseInput, { ...subject, dataset, basis: values.basis }))
    if (subjects.length === 0) throw invalid('Say what to erase: --digest or --request.')
    const actor = await loadMemberByEmail(db(), values.as)
    if (!actor) throw missing(say('errors.noAccountFor', { email: values.as }))

    const previews: ErasurePreview[] = []
    for (const subject of subjects) previews.push(await previewErasure(actor, subject))
    if (values['dry-run'])
      return { view: { dataset, erasures: previews }, text: previews.map(sentence).join('\n') }
    const begun: BegunErasure[] = []
    for (const subject of subjects) begun.push(await transact((tx) => beginErasure(tx, actor, subject)))
    for (const datasetId of new Set(begun.map((one) => one.datasetId)))
      await finishErasures(datasetId, { onProgress: note, signal })
    const erasures = previews.map((preview, i) => ({ ...preview, erasureId: begun[i]?.erasureId }))
    return { view: { dataset, erasures }, text: `${previews.map(sentence).join('\n')}\n${AFTER}` }
  },
})

const AFTER =
  'Backups made before this still hold the base files as they were: delete them when their time is over.'

function sentence(preview: ErasurePreview): string {
  const { what, name, files, content, openings, contact, targets, letters, releases } = preview
  const short = what === 'item' ? `${name.slice(0, 12)}…` : name
  if (isEmpty(preview)) return `${short}: nothing is left of it.`
  const rows = files.reduce((sum, file) => sum + file.rows, 0)
  const counted: [number, string][] = [
    [content, 'stored text'],
    [rows, `rows in ${formatCount(files.length)} files`],
    [openings, 'openings of log entries'],
    [contact, 'contact'],
    [targets, 'targets'],
    [letters, 'letters'],
  ]
  const parts = counted.filter(([n]) => n > 0).map(([n, thing]) => `${formatCount(n)} ${thing}`)
  const listed = releases.length > 0 ? ` Its digest stays in the lists of ${releases.join(', ')}.` : ''
  return `${short}: ${parts.join(', ')}.${listed}`
}
