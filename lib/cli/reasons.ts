import 'server-only'
import { db } from '@/db/client'
import { defineCommand } from '@/lib/cli/command'
import { datasetBySlug } from '@/lib/datasets/queries'
import { policyInForce } from '@/lib/policies/queries'

export const command = defineCommand({
  name: 'reasons',
  summary: 'List the reason codes in force for a dataset, with the actions each allows',
  positionals: ['slug'],
  options: {},
  database: true,
  run: async (_context, { at }) => {
    const { id, slug } = await datasetBySlug(at('slug'))
    const { number, digest, reasons } = await policyInForce(db(), id)
    const width = Math.max(0, ...reasons.map(({ code }) => code.length))
    const lines = reasons.map(
      ({ code, label, actions }) => `${code.padEnd(width)}  ${label} (${actions.join(', ')})`,
    )
    return {
      view: { dataset: slug, policy: { number, digest }, reasons },
      text: [`Policy version ${number} of ${slug}`, ...lines].join('\n'),
    }
  },
})
