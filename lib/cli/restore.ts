import 'server-only'
import { defineCommand } from '@/lib/cli/command'
import { stepNotes } from '@/lib/cli/step-notes'
import { formatCount, formatPlural } from '@/lib/format'

export const command = defineCommand({
  name: 'restore',
  summary: 'Put a backup into an empty database and data folder; erasures since are done again',
  positionals: ['folder'],
  options: {
    keys: {
      type: 'string',
      value: 'FILE',
      required: true,
      help: 'the newest key file there is, not the one of the backup',
    },
  },
  // It opens the database itself: what is in the key file comes before anything is generated.
  database: false,
  run: async ({ path, note, signal }, { at, values }) => {
    const { restoreBackup } = await import('@/lib/backup/restore-backup')
    const from = path(at('folder'))
    const view = await restoreBackup({ from, keys: path(values.keys), onProgress: stepNotes(note), signal })
    const erased = view.erasures > 0 ? ` ${formatPlural(view.erasures, 'younger erasure')} done again.` : ''
    const behind = view.isBehind
      ? ' It is older than what its log has shown: it is opened read-only until `winnow log recover`.'
      : ''
    return {
      view: { from, ...view },
      text: `Restored the backup of ${view.madeAt}: ${formatCount(view.rows)} rows, ${formatCount(view.blobs)} files, ${formatCount(view.keys)} keys, the log at ${formatCount(view.logSize)}.${erased}${behind}`,
    }
  },
})
