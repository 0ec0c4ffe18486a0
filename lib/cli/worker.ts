import 'server-only'
import { defineCommand } from '@/lib/cli/command'
import { unavailable } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { isReadOnly } from '@/lib/runtime/read-only'

export const command = defineCommand({
  name: 'worker',
  summary: 'Run jobs and the sequencer of the log until stopped',
  positionals: [],
  options: {},
  database: true,
  run: async ({ note, signal }) => {
    if (isReadOnly()) throw unavailable(say('errors.readOnly'))
    const { runWorker } = await import('@/lib/runtime/worker')
    note('The worker is running. Stop it with Ctrl-C.')
    await runWorker(signal)
    return { view: { stopped: true }, text: 'The worker has stopped.' }
  },
})
