import 'server-only'
import { db, transact } from '@/db/client'
import { loadMemberByEmail } from '@/lib/auth/load-actor'
import { defineCommand } from '@/lib/cli/command'
import { parseInput } from '@/lib/cli/parse-input'
import { missing } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { overrideByDigestInput } from '@/lib/review/input'
import { locateItem, overrideByDigest } from '@/lib/review/override-by-digest'
import { ACTIONS } from '@/lib/review/status'

export const command = defineCommand({
  name: 'decide',
  summary: 'Decide an item directly as a lead, recorded as an override',
  positionals: ['slug'],
  options: {
    as: { type: 'string', value: 'USER', required: true, help: 'e-mail of the lead who decides' },
    digest: {
      type: 'string',
      value: 'HEX',
      required: true,
      help: 'digest of the item, as `flags` prints it',
    },
    action: { type: 'string', value: 'ACTION', required: true, help: `${ACTIONS.join(', ')}` },
    reason: {
      type: 'string',
      value: 'CODE',
      required: true,
      help: 'a code of `reasons`; it also says the category',
    },
    span: {
      type: 'string',
      value: 'FIELD:START:END',
      multiple: true,
      help: 'what to redact, in code points; may be repeated; without it everything found in the category',
    },
    label: {
      type: 'string',
      value: 'TEXT',
      help: 'with label: what labels.csv says; the reason code if left out',
    },
    territory: {
      type: 'string',
      value: 'PROFILE',
      multiple: true,
      help: 'where it holds, a profile of the dataset; may be repeated; everywhere if left out',
    },
    findings: {
      type: 'string',
      value: 'VERSION',
      help: '`findings` of the case as a program reads it: refused when something else was found since',
    },
    note: { type: 'string', value: 'TEXT', help: 'a note for the team, never published' },
  },
  database: true,
  run: async (_context, { at, values }) => {
    const input = parseInput(overrideByDigestInput, {
      dataset: at('slug'),
      digest: values.digest.toLowerCase(),
      action: values.action,
      reasonCode: values.reason,
      spans: values.span ?? [],
      label: values.label,
      territories: values.territory,
      note: values.note,
      findings: values.findings,
    })
    const actor = await loadMemberByEmail(db(), values.as)
    if (!actor) throw missing(say('errors.noAccountFor', { email: values.as }))
    const located = await locateItem(input.dataset, input.digest)
    const view = await transact((tx) => overrideByDigest(tx, actor, { ...input, ...located }))
    const instead = view.supersedes ? ', in place of an earlier decision' : ''
    return { view, text: `Decided: ${view.action} (${view.reason})${instead}.` }
  },
})
