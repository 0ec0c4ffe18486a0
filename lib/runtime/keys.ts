import 'server-only'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { withLock } from '@/lib/runtime/lock.mjs'

/** What a demonstration generates, and production demands from the operator. The log's origin is permanent, so it is kept like a key. */
const GENERATED: Readonly<Record<string, () => string>> = {
  WINNOW_KEY: () => randomBytes(32).toString('base64url'),
  NEXTAUTH_SECRET: () => randomBytes(32).toString('base64url'),
  WINNOW_LOG_ORIGIN: () => `localhost/winnow-demo-${randomBytes(4).toString('hex')}`,
}

/**
 * Fills the variables that are missing in `target` from `<dataDir>/keys` (mode 600), making them at the first start.
 * Two processes that start at once agree on one set.
 */
export async function fillGeneratedKeys(target: NodeJS.ProcessEnv, dataDir: string): Promise<void> {
  const missing = Object.entries(GENERATED).filter(([name]) => !target[name]?.trim())
  if (missing.length === 0) return
  const folder = path.join(dataDir, 'keys')
  mkdirSync(dataDir, { recursive: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  await withLock(path.join(folder, 'lock'), () => {
    for (const [name, make] of missing) {
      const file = path.join(folder, name.toLowerCase().replaceAll('_', '-'))
      if (!existsSync(file)) writeFileSync(file, `${make()}\n`, { mode: 0o600 })
      const value = readFileSync(file, 'utf8').trim()
      if (!value)
        throw new Error(
          `${file} is empty: restore it from a backup. Without it nothing that was encrypted can be read.`,
        )
      target[name] = value
    }
  })
}
