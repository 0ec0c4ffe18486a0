import 'server-only'
import { connect } from '@/db/client'
import { defineCommand } from '@/lib/cli/command'
import { formatCount } from '@/lib/format'
import { compareFacts, type EntryWithoutFact, type FactWithoutEntry } from '@/lib/log/facts'
import { folderSource } from '@/lib/log/folder-source'
import { httpSource } from '@/lib/log/http-source'
import { logIdentity } from '@/lib/log/identity'
import { mirrorFolder } from '@/lib/log/mirror'
import { recoverLog } from '@/lib/log/recover'
import { isReadOnly } from '@/lib/runtime/read-only'

/** Named one by one up to here; all of them are in the JSON. */
const LISTED = 20

export const command = defineCommand({
  name: 'log recover',
  summary: 'Bring a restored log up to what it has shown, and list what does not match it',
  positionals: [],
  options: {
    from: {
      type: 'string',
      value: 'URL|DIR',
      help: 'a copy of the log: an address that serves it, or a folder with tile/entries/…',
    },
  },
  database: true,
  run: async ({ path, note, signal }, { values }) => {
    const from = values.from
    const source =
      from === undefined
        ? null
        : /^https?:\/\//i.test(from)
          ? httpSource(from, signal)
          : folderSource(path(from))
    const sequencer = connect(process.env.WINNOW_SEQUENCER_URL ?? '', { max: 1, recovering: true })
    try {
      const recovered = await recoverLog({
        sql: sequencer.sql,
        log: logIdentity(),
        folder: mirrorFolder(),
        source,
        onProgress: (entries, of) => {
          if (entries % 65_536 < 256) note(`${formatCount(entries)} of ${formatCount(of)} entries …`)
        },
      })
      const compared = await compareFacts(recovered.from)
      const view = { ...recovered, ...compared }
      return { view, text: sentences(view).join('\n') }
    } finally {
      await sequencer.close()
    }
  },
})

type View = {
  from: number
  to: number
  factsWithoutEntry: FactWithoutEntry[]
  entriesWithoutFact: EntryWithoutFact[]
}

function sentences({ from, to, factsWithoutEntry, entriesWithoutFact }: View): string[] {
  const head =
    to === from
      ? `The log is at ${formatCount(to)}; nothing that was shown is missing.`
      : `${formatCount(to - from)} entries were brought back: the log is at ${formatCount(to)} again.`
  return [
    head,
    ...listed(
      'entries stand for something this database does not have. It happened after the backup: do it again, or explain it.',
      entriesWithoutFact.map(({ index, entryId, type }) => `entry ${index} (${type}, ${entryId})`),
    ),
    ...listed(
      'rows name an entry that the log does not have.',
      factsWithoutEntry.map(({ table, entryId }) => `${table} (${entryId})`),
    ),
    ...(isReadOnly() ? ['Start Winnow again: it is no longer read-only.'] : []),
  ]
}

function listed(what: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return []
  const more =
    lines.length > LISTED ? [`  and ${formatCount(lines.length - LISTED)} more (--json lists all)`] : []
  return [
    `${formatCount(lines.length)} ${what}`,
    ...lines.slice(0, LISTED).map((line) => `  ${line}`),
    ...more,
  ]
}
