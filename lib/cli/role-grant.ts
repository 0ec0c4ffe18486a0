import 'server-only'
import { transact } from '@/db/client'
import { system } from '@/lib/auth/load-actor'
import { defineCommand } from '@/lib/cli/command'
import { parseInput } from '@/lib/cli/parse-input'
import { grantRole } from '@/lib/people/grant-role'
import { roleInput } from '@/lib/people/input'

export const command = defineCommand({
  name: 'role grant',
  summary:
    'Give a role on a dataset: reviewer, lead or maintainer (- as slug: admin, safety_officer or auditor of the site)',
  positionals: ['slug', 'email', 'role'],
  options: {},
  database: true,
  run: async (_context, { at }) => {
    const dataset = at('slug') === '-' ? undefined : at('slug')
    const input = parseInput(roleInput, { dataset, email: at('email'), role: at('role') })
    const view = await transact((tx) => grantRole(tx, system('cli'), input))
    const where = view.dataset ? ` of ${view.dataset}` : ''
    return { view, text: `${view.email} ${view.changed ? 'is now' : 'already was'} ${view.role}${where}.` }
  },
})
