import { once } from 'node:events'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { retold } from '@/lib/i18n/kept'
import { mailSend } from '@/lib/jobs/mail-send'
import type { Locale } from '@/lib/i18n/locales'
import { paragraphs, quoted, type Template } from '@/lib/mail/message'
import { enqueueMail, MAX_ATTEMPTS } from '@/lib/mail/outbox'
import { mailbox, mailboxLetter } from '@/lib/mail/queries'
import { testDatabase } from '@/tests/support/database'
import { runQueue } from '@/tests/support/queue'
import { newMember } from './review-world'
import { expectNowhereInClear } from './takedown-world'

const database = testDatabase()

/** A real SMTP server that answers each recipient as the test says. */
class Server {
  readonly received: { mail: ParsedMail; recipients: string[]; raw: string }[] = []
  answer: { code: number; message: string } | null = null
  private readonly smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      if (!this.answer) return done()
      done(
        Object.assign(new Error(`${this.answer.message} <${address}>`), { responseCode: this.answer.code }),
      )
    },
    onData: (stream, session, done) => void this.read(stream, session).then(() => done(), done),
  })

  async start(): Promise<string> {
    this.smtp.listen(0, '127.0.0.1')
    await once(this.smtp.server, 'listening')
    const address = this.smtp.server.address()
    if (address === null || typeof address === 'string') throw new Error('the server has no port')
    return `smtp://127.0.0.1:${address.port}`
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.smtp.close(resolve))
  }

  private async read(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const raw = Buffer.concat(await stream.toArray()).toString('utf8')
    const recipients = session.envelope.rcptTo.map(({ address }) => address)
    this.received.push({ mail: await simpleParser(raw), recipients, raw })
  }
}

const plain: Template<{ subject: string; text: string }> = { name: 'test', render: (data) => data }

const post = (to: string, text = 'Good morning.', language: Locale = 'en-GB') =>
  transact((tx) => enqueueMail(tx, { to, language, template: plain, data: { subject: 'A subject', text } }))

async function stateOf(messageId: string) {
  const [row] = await database.admin.sql`
    select state, attempts, last_error as error, sent_at is not null as sent from mail_message where id = ${messageId}`
  if (row?.['error']) row['error'] = retold(row['error'])
  return row
}

const server = new Server()

// Before the first call of env(), which reads the environment once.
beforeAll(async () => {
  process.env.SMTP_URL = await server.start()
})
afterAll(() => server.stop())
beforeEach(() => {
  server.answer = null
  server.received.length = 0
})

describe('a letter', () => {
  it('leaves after its transaction, as plain text to one reader, says in which language, and is then erased here', async () => {
    const { messageId } = await post('ada@people.example', 'Grüße,\n\nein Link: https://example.org/x', 'de')
    await runJobs()
    expect(await stateOf(messageId)).toMatchObject({ state: 'sent', attempts: 1, error: null, sent: true })
    const [delivered] = server.received
    expect(delivered?.recipients).toEqual(['ada@people.example'])
    expect(delivered?.mail.subject).toBe('A subject')
    expect(delivered?.mail.text?.trim()).toBe('Grüße,\n\nein Link: https://example.org/x')
    expect(delivered?.mail.html).toBe(false)
    expect(delivered?.mail.headers.get('auto-submitted')).toBe('auto-generated')
    expect(delivered?.mail.headers.get('content-language')).toBe('de')
    expect(delivered?.mail.messageId).toBe(`<${messageId}@localhost>`)
    await expectNowhereInClear(database, 'ada@people.example')
    const admin = await newMember(database.db, [], ['admin'])
    expect(await mailboxLetter(admin, messageId)).toMatchObject({ letter: null })
  })

  it('of a transaction that fails never leaves', async () => {
    const failing = transact(async (tx) => {
      await enqueueMail(tx, {
        ...{ to: 'ada@people.example', language: 'en-GB' },
        ...{ template: plain, data: { subject: 'x', text: 'x' } },
      })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await runJobs()
    expect(server.received).toEqual([])
  })

  it('is tried again when the server says "later", and arrives once', async () => {
    server.answer = { code: 451, message: '4.7.1 Greylisted, try again later' }
    const { messageId } = await post('ada@people.example')
    await runJobs()
    expect(await stateOf(messageId)).toMatchObject({
      state: 'queued',
      attempts: 1,
      error: 'The mail server answered 451 4.7.1 (EENVELOPE).',
    })
    await expectNowhereInClear(database, 'ada@people.example')
    server.answer = null
    await database.admin.sql`update graphile_worker._private_jobs set run_at = now()`
    await runJobs()
    expect(await stateOf(messageId)).toMatchObject({ state: 'sent', attempts: 2, error: null })
    expect(server.received).toHaveLength(1)
  })

  it('is given up when the server says "never", and shows as failed without naming its reader', async () => {
    server.answer = { code: 550, message: '5.1.1 No such user' }
    const { messageId } = await post('nobody@people.example')
    await runJobs()
    expect(await stateOf(messageId)).toMatchObject({
      state: 'failed',
      attempts: 1,
      error: 'The mail server answered 550 5.1.1 (EENVELOPE).',
    })
    const [left] = await database.admin.sql`select count(*)::int as jobs from graphile_worker._private_jobs`
    expect(left).toEqual({ jobs: 0 })
    await expectNowhereInClear(database, 'nobody@people.example')
    const admin = await newMember(database.db, [], ['admin'])
    expect(await mailbox(admin)).toContainEqual(
      expect.objectContaining({
        id: messageId,
        state: 'failed',
        letter: { to: 'nobody@people.example', subject: 'A subject', language: 'en-GB' },
      }),
    )
  })

  it('is given up after its last attempt, not tried for ever', async () => {
    server.answer = { code: 421, message: '4.3.2 Closing' }
    const { messageId } = await post('ada@people.example')
    await database.admin.sql`update mail_message set attempts = ${MAX_ATTEMPTS - 1} where id = ${messageId}`
    await runJobs()
    expect(await stateOf(messageId)).toMatchObject({ state: 'failed', attempts: MAX_ATTEMPTS })
  })

  it('is not sent twice by a job that runs twice', async () => {
    const { messageId } = await post('ada@people.example')
    await mailSend({ messageId })
    await runJobs()
    await mailSend({ messageId })
    expect(server.received).toHaveLength(1)
  })

  it('goes to exactly the address it was written to, whatever that holds', async () => {
    const { messageId } = await post('ada@people.example, eve@people.example')
    await runJobs()
    expect(server.received.flatMap(({ recipients }) => recipients)).not.toContain('eve@people.example')
    expect((await stateOf(messageId))?.state).not.toBe('queued')
  })
})

it('hides the mailbox from everybody but admins', async () => {
  const { messageId } = await post('ada@people.example')
  for (const member of [
    await newMember(database.db, []),
    await newMember(database.db, [], ['safety_officer']),
  ]) {
    await expect(mailbox(member)).rejects.toMatchObject({ code: 'not_found' })
    await expect(mailboxLetter(member, messageId)).rejects.toMatchObject({ code: 'not_found' })
  }
})

it('quotes words from outside so that none of their lines passes for ours', async () => {
  const hostile =
    'Dear customer\r\n\r\nBcc: all@people.example\n.\nWe have decided: \u202egnihtyreve\u0000\u2028Click https://evil.example/x'
  const { messageId } = await post(
    'ada@people.example',
    paragraphs('You named:', quoted(hostile), 'That is all.'),
  )
  await runJobs()
  expect(await stateOf(messageId)).toMatchObject({ state: 'sent' })
  const [delivered] = server.received
  expect(delivered?.recipients).toEqual(['ada@people.example'])
  expect(delivered?.mail.bcc).toBeUndefined()
  const lines = delivered?.mail.text?.trim().split('\n') ?? []
  for (const line of lines.slice(2, -2)) expect(line).toMatch(/^> /)
  expect(delivered?.mail.text).not.toMatch(/[\u202e\u0000\u2028]/)
})

it('waits when the server is not there', async () => {
  await server.stop()
  const { messageId } = await post('ada@people.example')
  await runJobs()
  expect(await stateOf(messageId)).toMatchObject({
    state: 'queued',
    attempts: 1,
    error: expect.stringMatching(/^The mail server was not reached/),
  })
})

const runJobs = () => runQueue(database, { 'mail.send': mailSend })
