import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { expect, test } from 'vitest'
import { testDatabase } from '@/tests/support/database'

const database = testDatabase()
const bootstrap = path.resolve(import.meta.dirname, '../../lib/runtime/bootstrap.mjs')

type Ended = { exit: unknown; stdout: string; stderr: string }

/** `npm run -s winnow -- …` without npm, from another folder, against this file's database. */
async function winnow(args: string[], input = ''): Promise<Ended> {
  const child = spawn(process.execPath, [bootstrap, 'lib/cli/main.ts', ...args], { cwd: '/', stdio: 'pipe' })
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => (said.stdout += String(chunk)))
  child.stderr.on('data', (chunk) => (said.stderr += String(chunk)))
  child.stdin.end(input)
  const [exit]: unknown[] = await once(child, 'close')
  return { exit, ...said }
}

test('makes an account and prints one JSON object and nothing else on stdout', async () => {
  const args = ['user', 'create', '--email', 'Ada@Example.org', '--password', '-', '--admin', '--json']
  const { exit, stdout, stderr } = await winnow(args, 'a long enough password\n')
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
  expect(JSON.parse(stdout)).toMatchObject({ email: 'ada@example.org' })
  const roles =
    await database.sql`select role from site_membership join person on person.id = person_id where email = 'ada@example.org'`
  expect(roles).toEqual([{ role: 'admin' }])
})

test('a refusal is 1, says why in words and in JSON', async () => {
  const { exit, stdout, stderr } = await winnow([
    'role',
    'grant',
    'no-such-set',
    'ada@example.org',
    'lead',
    '--json',
  ])
  expect(exit).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'not_found' } })
  expect(stderr).toMatch(/^winnow: .*not found/)
})

test('invalid values are 1, and every wrong field is named', async () => {
  const { exit, stdout, stderr } = await winnow([
    'user',
    'create',
    '--email',
    'nobody',
    '--password',
    'short',
  ])
  expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' })
  expect(stderr).toMatch(/email: .*\n {2}password: .*12 characters/)
})

test.each([
  [['fly'], 'there is no command "fly"'],
  [['migrate', '--fast'], "Unknown option '--fast'"],
  [['user', 'create', '--email', 'x@example.org'], '--password is missing'],
  [['role', 'grant', 'a'], '<email> and <role> is missing'],
  [['role', 'grant', 'a', 'b', 'c', 'd'], '"d" is one argument too many'],
])('%j could not run: 2, and the usage is shown', async (args, sentence) => {
  const { exit, stdout, stderr } = await winnow(args)
  expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' })
  expect(stderr).toContain(sentence)
})

test('a database that does not answer is 2', async () => {
  const before = process.env.DATABASE_URL
  process.env.DATABASE_URL = 'postgres://winnow_app:x@127.0.0.1:1/winnow'
  try {
    const { exit, stderr } = await winnow([
      'user',
      'create',
      '--email',
      'x@example.org',
      '--password',
      'a long enough password',
    ])
    expect(exit).toBe(2)
    expect(stderr).toContain('ECONNREFUSED')
  } finally {
    process.env.DATABASE_URL = before
  }
})

test('the help names every command, and every command helps', async () => {
  const { exit, stdout } = await winnow(['--help'])
  expect(exit).toBe(0)
  const names = [...stdout.matchAll(/^ {2}(\S+(?: \S+)?) {2,}\S/gm)].map(([, name]) => name ?? '')
  expect(names).toEqual(expect.arrayContaining(['user create', 'role grant', 'import', 'worker', 'migrate']))
  const helps = await Promise.all(names.slice(0, 4).map((name) => winnow([...name.split(' '), '--help'])))
  for (const help of helps)
    expect(help).toMatchObject({ exit: 0, stdout: expect.stringMatching(/^Usage: winnow /) })
})
