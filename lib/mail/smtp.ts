import 'server-only'
import { createTransport } from 'nodemailer'
import { z } from 'zod'
import { say } from '@/lib/i18n/say'
import { env } from '@/lib/runtime/env'
import type { Letter } from './outbox'

/** Why a mail did not leave. `permanent`: the same attempt would fail again. `message` holds codes only: servers quote the address in their answers. */
export class DeliveryFailed extends Error {
  override readonly name = 'DeliveryFailed'
  constructor(
    readonly permanent: boolean,
    message: string,
  ) {
    super(message)
  }
}

/** Whether mail leaves this instance. Without SMTP_URL it is held for an admin to read. */
export const canSend = (): boolean => env().smtpUrl !== undefined

/**
 * Hands one letter to the server at SMTP_URL. `id` and `date` make the Message-ID and Date, so that a letter sent twice
 * (a crash between the server's 250 and our commit) is one letter to its reader. Throws {@link DeliveryFailed}.
 */
export async function sendLetter(letter: Letter, id: string, date: Date): Promise<void> {
  const { smtpUrl, url, mailFrom } = env()
  if (!smtpUrl) throw new Error('SMTP_URL is not set')
  const host = new URL(url).hostname
  const from = mailFrom ?? `winnow@${host}`
  const transport = createTransport(
    { url: smtpUrl, ...TIMEOUTS },
    { disableFileAccess: true, disableUrlAccess: true },
  )
  try {
    await transport.sendMail({
      from,
      // As an object it is one address; as a string it would be parsed as a list.
      to: { name: '', address: letter.to },
      subject: letter.subject,
      text: letter.text,
      date,
      messageId: `<${id}@${host}>`,
      // RFC 3834: no out-of-office answers to us. RFC 3282: for what reads it aloud.
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': letter.language },
    })
  } catch (error) {
    throw failure(error)
  } finally {
    transport.close()
  }
}

const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

function failure(error: unknown): DeliveryFailed {
  const { code, responseCode, response } = smtpError(error)
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})/.exec(response)?.[1]
  const said = [responseCode, enhanced].filter(Boolean).join(' ')
  // A refused login is 5xx too, and is ours to mend: those letters wait.
  const permanent = responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')
  return new DeliveryFailed(
    permanent,
    said ? say('mailbox.smtp.answered', { said, code }) : say('mailbox.smtp.unreached', { code }),
  )
}

function smtpError(error: unknown): { code: string; responseCode: number; response: string } {
  const parsed = smtpErrorShape.safeParse(error)
  return parsed.success ? parsed.data : { code: 'unknown', responseCode: 0, response: '' }
}

/** What nodemailer adds to an error of the server or the connection. */
const smtpErrorShape = z.object({
  code: z.string().catch('unknown'),
  responseCode: z.number().catch(0),
  response: z.string().catch(''),
})
