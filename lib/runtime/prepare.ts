import 'server-only'
import { existsSync } from 'node:fs'
import { requireDataFolder } from '@/lib/runtime/data-folder'
import { env, EnvError, readMode, type Env } from '@/lib/runtime/env'
import { fillGeneratedKeys } from '@/lib/runtime/keys'
import { fromRoot } from '@/lib/runtime/root'

/**
 * Makes `process.env` complete and valid: `.env`, absolute data folder, mode, generated keys. Whatever an operator starts
 * (`npm start`, a command) calls it first; the processes these start inherit the result. Throws {@link EnvError}.
 */
export async function prepareEnvironment(): Promise<Env> {
  if (existsSync(fromRoot('.env'))) process.loadEnvFile(fromRoot('.env'))
  process.env.WINNOW_DATA = fromRoot(process.env.WINNOW_DATA?.trim() || '.winnow')
  if (!isPrepared()) requireDataFolder(process.env.WINNOW_DATA)
  const mode = readMode(process.env)
  if (mode === 'demo') {
    if (process.env.NODE_ENV === 'production' && !isPrepared()) {
      throw new EnvError([
        'WINNOW_MODE=demo contradicts NODE_ENV=production: production has no demonstration.',
      ])
    }
    await fillGeneratedKeys(process.env, process.env.WINNOW_DATA)
  }
  process.env.WINNOW_MODE = mode
  if (!isPrepared()) await requireHolidays(env().place.calendar)
  return env()
}

/** Here and not in `env`, which every process asks: the tables of holidays are large. */
async function requireHolidays(calendar: string): Promise<void> {
  if (calendar === 'none') return
  const { isCalendar } = await import('@/lib/clocks/working-days')
  if (!isCalendar(calendar))
    throw new EnvError([`WINNOW_HOLIDAYS is ${calendar}, of which no public holidays are known.`])
}

/** A process started by the product: its addresses are those of the product's own roles already. */
export const isPrepared = (): boolean => Boolean(process.env.WINNOW_SEQUENCER_URL)
