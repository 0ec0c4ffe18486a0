import 'server-only'
import { db, transact } from '@/db/client'
import { loadMemberByEmail } from '@/lib/auth/load-actor'
import { defineCommand } from '@/lib/cli/command'
import { parseInput } from '@/lib/cli/parse-input'
import { datasetBySlug } from '@/lib/datasets/queries'
import { invalid } from '@/lib/errors'
import { drainPending } from '@/lib/log/sequencer'
import { noticeInput } from '@/lib/releases/input'
import { noteRelease } from '@/lib/releases/notice'
import { parseName } from '@/lib/release-format/profile'

export const command = defineCommand({
  name: 'withdraw',
  summary:
    'Say of a release that it must not be used any more; its files stay unless a law demands that they go',
  positionals: ['slug', 'version'],
  options: {
    as: { type: 'string', value: 'EMAIL', required: true, help: 'the maintainer who withdraws it' },
    legal: { type: 'boolean', help: 'a law, an order or a right of somebody demands it' },
    'remove-files': {
      type: 'boolean',
      help: 'with --legal: its files go too; names and digests stay. It cannot be undone',
    },
    reason: { type: 'string', value: 'TEXT', help: 'why, for everybody to read on the page of the release' },
  },
  database: true,
  run: async (_, { at, values }) => {
    const { id: datasetId, slug } = await datasetBySlug(at('slug'))
    const actor = await loadMemberByEmail(db(), values.as)
    if (!actor) throw invalid(`There is no active account with the address ${values.as}.`)
    if (values['remove-files'] && !values.legal) throw invalid('--remove-files needs --legal.')
    const kind = kindOf(values)
    const input = parseInput(noticeInput, {
      datasetId,
      ...parseName(at('version')),
      kind,
      reason: values.reason,
    })
    const view = await transact((tx) => noteRelease(tx, actor, input))
    await drainPending()
    return {
      view: { dataset: slug, ...view },
      text: `Release ${view.version} of ${slug} is marked; the log says so.${kind === 'removed_for_legal_reasons' ? ' Its files are removed by the worker.' : ''}`,
    }
  },
})

function kindOf({ legal, 'remove-files': remove }: { legal?: boolean; 'remove-files'?: boolean }) {
  if (!legal) return 'withdrawn'
  return remove ? 'removed_for_legal_reasons' : 'superseded_for_legal_reasons'
}
