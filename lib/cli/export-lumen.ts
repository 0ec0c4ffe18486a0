import 'server-only'
import { db } from '@/db/client'
import { loadMemberByEmail } from '@/lib/auth/load-actor'
import { defineCommand } from '@/lib/cli/command'
import { missing } from '@/lib/errors'
import { lumenNotices } from '@/lib/exports/lumen'
import { say } from '@/lib/i18n/say'

export const command = defineCommand({
  name: 'export lumen',
  summary: 'Print the published notices of a dataset as the Lumen database takes them',
  positionals: ['slug'],
  options: {
    as: { type: 'string', value: 'EMAIL', required: true, help: 'who hands them out' },
  },
  database: true,
  run: async (_context, { at, values }) => {
    const actor = await loadMemberByEmail(db(), values.as)
    if (!actor) throw missing(say('errors.noAccountFor', { email: values.as }))
    const view = await lumenNotices(actor, { dataset: at('slug') })
    return { view, text: JSON.stringify(view, null, 2) }
  },
})
