import 'server-only'
import { db, transact } from '@/db/client'
import { announceDraw } from '@/lib/audit-draw/announce'
import { announceInput } from '@/lib/audit-draw/input'
import { loadMemberByEmail } from '@/lib/auth/load-actor'
import { defineCommand } from '@/lib/cli/command'
import { parseInput } from '@/lib/cli/parse-input'
import { missing } from '@/lib/errors'
import { say } from '@/lib/i18n/say'

export const command = defineCommand({
  name: 'audit draw',
  summary: 'Have decisions drawn for auditors: of a dataset, or of all (- as slug)',
  positionals: ['slug'],
  options: {
    as: { type: 'string', value: 'EMAIL', required: true, help: 'who has them drawn' },
    k: { type: 'string', value: 'NUMBER', required: true, help: 'how many' },
  },
  database: true,
  run: async (_context, { at, values }) => {
    const dataset = at('slug') === '-' ? undefined : at('slug')
    const input = parseInput(announceInput, { dataset, k: values.k })
    const actor = await loadMemberByEmail(db(), values.as)
    if (!actor) throw missing(say('errors.noAccountFor', { email: values.as }))
    const view = await transact((tx) => announceDraw(tx, actor, input))
    const by = view.witness === null ? 'the next checkpoint' : 'what its witness signs next'
    return {
      view,
      text: `Draw ${view.entryId} is announced, of entries ${view.from} to ${view.to}. It is settled by ${by}.`,
    }
  },
})
