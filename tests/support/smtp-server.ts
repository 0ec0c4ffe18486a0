import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'

/** A mail server that delivers everything into `folder`, one file per letter, so that another process can read it. */
export async function openMailServer(folder: string): Promise<{ url: string; close: () => Promise<void> }> {
  mkdirSync(folder, { recursive: true })
  let delivered = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _session, done) => {
      deliver(stream, path.join(folder, `${String((delivered += 1)).padStart(6, '0')}.eml`)).then(
        () => done(),
        done,
      )
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('the mail server has no port')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Under its name only when it is whole: whoever lists the folder never reads half a letter. */
async function deliver(stream: SMTPServerDataStream, file: string): Promise<void> {
  const chunks: unknown[] = await stream.toArray()
  writeFileSync(`${file}.part`, Buffer.concat(chunks.filter((chunk) => chunk instanceof Uint8Array)))
  renameSync(`${file}.part`, file)
}

export type Delivered = { to: string; subject: string; text: string }

/** What has been delivered into `folder`, in the order in which it came. */
export async function readMail(folder: string): Promise<Delivered[]> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .sort()
  return Promise.all(
    files.map(async (name) => {
      const { to, subject, text } = await simpleParser(readFileSync(path.join(folder, name)))
      return {
        to: [to ?? []]
          .flat()
          .map((list) => list.text)
          .join(', '),
        subject: subject ?? '',
        text: text ?? '',
      }
    }),
  )
}
