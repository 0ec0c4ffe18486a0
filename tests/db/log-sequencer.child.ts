import { runSequencer } from '@/lib/log/sequencer'

/** A sequencer process for tests to kill. Its environment is that of the test, with WINNOW_FAILPOINT. */
const stop = new AbortController()
process.once('SIGTERM', () => stop.abort())
process.send?.('started')
runSequencer({ signal: stop.signal }).then(
  () => process.disconnect?.(),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
