import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { identify, withLock } from '@/lib/runtime/lock.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'winnow-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('six processes that add to one file at once lose nothing', async () => {
  const counter = path.join(folder, 'counter')
  writeFileSync(counter, '0')
  const lock = path.resolve(import.meta.dirname, '../../lib/runtime/lock.mjs')
  const script = `
    import { readFileSync, writeFileSync } from 'node:fs'
    import { withLock } from ${JSON.stringify(lock)}
    for (let i = 0; i < 20; i++) await withLock(${JSON.stringify(path.join(folder, 'lock'))}, async () => {
      const seen = Number(readFileSync(${JSON.stringify(counter)}, 'utf8'))
      await new Promise((done) => setTimeout(done, 1))
      writeFileSync(${JSON.stringify(counter)}, String(seen + 1))
    })`
  const children = Array.from({ length: 6 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' }),
  )
  const ends = await Promise.all(children.map((child) => once(child, 'exit')))
  expect(ends.map(([code]: unknown[]) => code)).toEqual(Array(6).fill(0))
  expect(readFileSync(counter, 'utf8')).toBe('120')
})

test('takes over the lock of a process that was killed', async () => {
  const lock = path.join(folder, 'lock')
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  writeFileSync(lock, identify(child.pid ?? 0))
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(await withLock(lock, () => 'mine', { timeoutMs: 5_000 })).toBe('mine')
  expect(existsSync(lock)).toBe(false)
})

test('a pid that belongs to somebody else by now does not hold the lock', async () => {
  const lock = path.join(folder, 'lock')
  writeFileSync(lock, `${process.pid} 1`)
  expect(await withLock(lock, () => 'mine', { timeoutMs: 5_000 })).toBe('mine')
})

test('says who holds it when it waited too long, and gives it back after a failure', async () => {
  const lock = path.join(folder, 'lock')
  const told: string[] = []
  const hold = withLock(lock, async () => {
    const second = withLock(lock, () => 'never', { timeoutMs: 300, waiting: () => told.push('waiting') })
    await expect(second).rejects.toThrow(`process ${process.pid} holds`)
    throw new Error('broke')
  })
  await expect(hold).rejects.toThrow('broke')
  expect(told).toEqual(['waiting'])
  expect(existsSync(lock)).toBe(false)
})
