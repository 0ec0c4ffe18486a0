import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { transact } from '@/db/client'
import { enqueue } from '@/lib/jobs/enqueue'
import { reviveJobs } from '@/lib/jobs/liveness'
import { testDatabase } from '../support/database'
import { program } from '../support/program'

const test_ = testDatabase()
const root = path.resolve(import.meta.dirname, '../..')

const locked = async () =>
  (
    await test_.sql<
      { id: string }[]
    >`select locked_by as id from graphile_worker.jobs where locked_by is not null`
  ).length

test('a job is written in the transaction that causes it, and goes with it', async () => {
  const failed = transact(async (tx) => {
    await enqueue(tx, 'takedown.match', { requestId: '00000000-0000-4000-8000-000000000001' })
    throw new Error('the verb failed')
  })
  await expect(failed).rejects.toThrow('the verb failed')
  const [none] = await test_.sql`select count(*)::int as jobs from graphile_worker.jobs`
  expect(none?.jobs).toBe(0)
})

test('the jobs of a worker that was killed are taken up again at once, those of a living one are left alone', async () => {
  await transact((tx) => enqueue(tx, 'mail.send', { messageId: 'a' }))
  const child = spawn(process.execPath, program('tests/support/stuck-worker.ts'), {
    cwd: root,
    env: process.env,
    stdio: 'ignore',
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await expect.poll(locked, { timeout: 15_000 }).toBe(1)
  await (await reviveJobs(test_.urls.app)).close()
  expect(await locked()).toBe(1)

  child.kill('SIGKILL')
  const [, signal] = await once(child, 'exit')
  expect(signal).toBe('SIGKILL')
  await expect
    .poll(async () => {
      await (await reviveJobs(test_.urls.app)).close()
      return locked()
    })
    .toBe(0)
})
