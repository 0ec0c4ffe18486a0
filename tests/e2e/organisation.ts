import path from 'node:path'
import { expect } from '@playwright/test'
import { type Delivered, readMail } from '@/tests/support/smtp-server'
import type { Account } from './support'

/** The first account of the organisation's instance: set-up.e2e.ts makes it, the other tests there begin with it. */
export const firstAdmin = {
  name: 'Anke Ahlers',
  email: 'anke@organisation.example',
  password: 'lantern gravel teapot',
} as const satisfies Account & { name: string }

/** The letter to somebody with this subject, as soon as the organisation's mail server has it. */
export async function letterTo(address: string, subject: RegExp): Promise<Delivered> {
  const found: Delivered[] = []
  await expect
    .poll(async () => found.push(...(await lettersTo(address, subject))), {
      message: `a letter to ${address} about ${subject}`,
      timeout: 30_000,
    })
    .toBeGreaterThan(0)
  const [letter] = found.slice(-1)
  if (!letter) throw new Error('a letter was there and is gone')
  return letter
}

export async function lettersTo(address: string, subject = /./): Promise<Delivered[]> {
  const letters = await readMail(path.join(process.env.WINNOW_E2E_DATA ?? '', 'organisation', 'mail'))
  return letters.filter((letter) => letter.to === address && subject.test(letter.subject))
}
