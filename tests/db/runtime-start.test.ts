import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { listening } from '../support/listening'

const bootstrap = path.resolve(import.meta.dirname, '../../lib/runtime/bootstrap.mjs')
const folder = mkdtempSync(path.join(tmpdir(), 'winnow-start-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** `npm start` that cannot work: how it ends and what it says. */
async function start(settings: Record<string, string>, ...flags: string[]) {
  const blank = {
    DATABASE_URL: '',
    WINNOW_SEQUENCER_URL: '',
    WINNOW_MODE: '',
    NODE_ENV: '',
    WINNOW_URL: '',
    SMTP_URL: '',
  }
  const env: NodeJS.ProcessEnv = { ...process.env }
  Object.assign(env, blank, { WINNOW_DATA: path.join(folder, 'data') }, settings)
  const child = spawn(process.execPath, [bootstrap, 'lib/runtime/start.ts', ...flags], { env, stdio: 'pipe' })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)))
  const [exit]: unknown[] = await once(child, 'close')
  return { exit, said }
}

test('a port in use is refused before anything is begun', async () => {
  const other = createServer()
  const port = String(await listening(other))
  const { exit, said } = await start({ PORT: port })
  other.close()
  expect(exit).toBe(1)
  expect(said).toContain(`winnow: Port ${port} is in use`)
  expect(existsSync(path.join(folder, 'data/postgres'))).toBe(false)
})

test('production names every setting that is missing and generates no secret', async () => {
  const data = path.join(folder, 'production')
  const { exit, said } = await start({
    NODE_ENV: 'production',
    WINNOW_DATA: data,
    WINNOW_KEY: '',
    NEXTAUTH_SECRET: '',
    WINNOW_LOG_ORIGIN: '',
  })
  expect(exit).toBe(1)
  for (const name of [
    'DATABASE_URL',
    'WINNOW_URL',
    'WINNOW_LOG_ORIGIN',
    'NEXTAUTH_SECRET',
    'WINNOW_KEY',
    'TRUSTED_PROXIES',
    'SMTP_URL',
  ]) {
    expect(said).toContain(`winnow: ${name} must be set in production.`)
  }
  expect(existsSync(path.join(data, 'keys'))).toBe(false)
})

test('production refuses to be a demonstration', async () => {
  const { exit, said } = await start({ NODE_ENV: 'production', WINNOW_MODE: 'demo' })
  expect(exit).toBe(1)
  expect(said).toContain('production has no demonstration')
})

test('a data folder that cannot be one is refused in one sentence', async () => {
  const file = path.join(folder, 'file')
  writeFileSync(file, '')
  const { exit, said } = await start({ WINNOW_DATA: file, PORT: '0' })
  expect({ exit, said }).toEqual({
    exit: 1,
    said: `winnow: The data folder ${file} cannot be used: there is a file of that name. Set WINNOW_DATA to another folder.\n`,
  })
})
