import 'server-only'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { db, transact } from '@/db/client'
import { loadMemberByEmail } from '@/lib/auth/load-actor'
import { defineCommand } from '@/lib/cli/command'
import { datasetBySlug } from '@/lib/datasets/queries'
import { missing } from '@/lib/errors'
import { batchBody, batchesOf, countUndelivered, prepareBatch } from '@/lib/exports/dsa'
import { mayExport } from '@/lib/exports/permission'
import { say } from '@/lib/i18n/say'

export const command = defineCommand({
  name: 'export dsa',
  summary: 'Write the statements of reasons that were not handed out yet, at most 100 to a file',
  positionals: ['slug', 'folder'],
  options: {
    as: { type: 'string', value: 'EMAIL', required: true, help: 'who hands them out' },
  },
  database: true,
  run: async ({ path, signal }, { at, values }) => {
    const actor = await loadMemberByEmail(db(), values.as)
    if (!actor) throw missing(say('errors.noAccountFor', { email: values.as }))
    const { id, slug } = await datasetBySlug(at('slug'))
    mayExport(actor, id)
    const folder = path(at('folder'))
    await mkdir(folder, { recursive: true })
    const files: string[] = []
    let statements = 0
    while (!signal.aborted && (await countUndelivered(id)) > 0) {
      const made = await transact((tx) => prepareBatch(tx, actor, { dataset: slug }))
      const [batch] = await batchesOf(id)
      if (!batch) throw new Error('a batch was prepared and is not there')
      const file = `${slug}-dsa-${batch.at}.json`
      const body = await batchBody(actor, { slug, at: batch.at })
      await writeFile(join(folder, file), `${JSON.stringify(body, null, 2)}\n`, { flag: 'wx' })
      files.push(file)
      statements += made.statements
    }
    return {
      view: { dataset: slug, statements, files },
      text:
        files.length === 0
          ? 'Nothing is left to hand out.'
          : `${statements} statements:\n${files.join('\n')}`,
    }
  },
})
