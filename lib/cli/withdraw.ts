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
import { parseName } from '@/lib/releases/profile'

export const command = defineCommand({
  name: 'withdraw',
  summary: 'Say of a release that it must not be used any more; its files stay',
  positionals: ['slug', 'version'],
  options: {
    as: { type: 'string', value: 'EMAIL', required: true, help: 'the maintainer who withdraws it' },
    legal: { type: 'boolean', help: 'a law, an order or a right of somebody demands it' },
  },
  database: true,
  run: async (_, { at, values }) => {
    const { id: datasetId, slug } = await datasetBySlug(at('slug'))
    const actor = await loadMemberByEmail(db(), values.as)
    if (!actor) throw invalid(`There is no active account with the address ${values.as}.`)
    const kind = values.legal ? 'superseded_for_legal_reasons' : 'withdrawn'
    const input = parseInput(noticeInput, { datasetId, ...parseName(at('version')), kind })
    const view = await transact((tx) => noteRelease(tx, actor, input))
    await drainPending()
    return {
      view: { dataset: slug, ...view },
      text: `Release ${view.version} of ${slug} is marked; the log says so.`,
    }
  },
})
