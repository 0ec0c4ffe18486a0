import 'server-only'
import { readMode } from '@/lib/runtime/env'

const passed = new Map<string, number>()

/**
 * A named place where a test may kill the process the hardest way there is: `WINNOW_FAILPOINT=name` at the first
 * passage, `name:3` at the third. SIGKILL runs no handler and flushes nothing, as a power cut would. Dead in production.
 */
export function failpoint(name: string): void {
  // Names hold colons themselves (`sequence:after-insert`): only a number behind the last one counts.
  const [, wanted, nth = '1'] = /^(.+?)(?::(\d+))?$/.exec(process.env.WINNOW_FAILPOINT ?? '') ?? []
  if (wanted !== name || readMode(process.env) === 'production') return
  const count = (passed.get(name) ?? 0) + 1
  passed.set(name, count)
  if (count === Number(nth)) process.kill(process.pid, 'SIGKILL')
}
