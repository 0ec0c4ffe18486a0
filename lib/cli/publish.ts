import 'server-only'
import { db } from '@/db/client'
import { loadMemberByEmail } from '@/lib/auth/load-actor'
import { defineCommand } from '@/lib/cli/command'
import { parseInput } from '@/lib/cli/parse-input'
import { datasetBySlug } from '@/lib/datasets/queries'
import { invalid } from '@/lib/errors'
import { waitUntilSequenced } from '@/lib/log/queries'
import { drainPending } from '@/lib/log/sequencer'
import { publishInput } from '@/lib/releases/input'
import { nameOf } from '@/lib/release-format/profile'
import { publish } from '@/lib/releases/publish'
import { releaseByVersion } from '@/lib/releases/queries'
import { writeOut } from '@/lib/releases/write-out'

export const command = defineCommand({
  name: 'publish',
  summary: 'Publish a release of the newest revision with every decision in force',
  positionals: ['slug'],
  options: {
    as: { type: 'string', value: 'EMAIL', required: true, help: 'the maintainer who publishes' },
    'release-version': { type: 'string', value: 'X.Y.Z', help: 'instead of the one that is proposed' },
    profile: {
      type: 'string',
      value: 'NAME',
      help: 'whom it is for: a territory of the dataset; world if left out',
    },
    'base-url': {
      type: 'string',
      value: 'URL',
      help: 'where the base files are, ending in a slash: fetch.txt then says so. Best with a commit in it',
    },
    out: { type: 'string', value: 'DIR', help: 'also write the files there, with the proof of the log' },
  },
  database: true,
  run: async ({ path, note, signal }, { at, values }) => {
    const { id: datasetId, slug } = await datasetBySlug(at('slug'))
    const actor = await loadMemberByEmail(db(), values.as)
    if (!actor) throw invalid(`There is no active account with the address ${values.as}.`)
    const input = parseInput(publishInput, {
      datasetId,
      version: values['release-version'],
      profile: values.profile,
      baseUrl: values['base-url'],
    })
    const published = await publish(actor, input, { onProgress: note, sequence: drainPending, signal })
    const out = values.out === undefined ? undefined : path(values.out)
    if (out !== undefined) await writeRelease(slug, nameOf(published), out)
    const view = { dataset: slug, ...published, out: out ?? null }
    return { view, text: sentence(view) }
  },
})

/** With its proof, so the entry of the release itself has to be in the log. */
async function writeRelease(slug: string, name: string, out: string): Promise<void> {
  await drainPending()
  const release = await releaseByVersion(slug, name)
  if (!release?.entryId) throw new Error(`release ${name} is not there after it was published`)
  await waitUntilSequenced([release.entryId])
  await writeOut(release, out)
}

type View = {
  dataset: string
  version: string
  profile: string
  rows: Record<string, number>
  resumed: boolean
  out: string | null
}

function sentence({ dataset, version, profile, rows, resumed, out }: View): string {
  return [
    `${resumed ? 'Finished' : 'Published'} ${dataset} ${nameOf({ version, profile })}: ${rows.in} rows in,`,
    `${rows.untouched} untouched, ${rows.redacted} redacted, ${rows.removed} removed, ${rows.restricted} restricted.`,
    ...(out === null ? [] : [`The files are in ${out}.`]),
  ].join(' ')
}
