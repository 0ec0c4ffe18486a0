import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { openEmbeddedPostgres } from '@/lib/runtime/embedded-postgres'
import { startChild } from '@/lib/runtime/child'
import { fromRoot } from '@/lib/runtime/root'
import { openIdentityProvider } from './oidc'
import { openMailServer } from './smtp-server'

// The product as an organisation runs it: in production mode, with nobody in it yet, on a Postgres, with a mail server and
// single sign-on of its own. The browser tests start it beside the demonstration; SIGTERM stops all of it.
const { PORT = '', WINNOW_DATA = '' } = process.env
if (!PORT || !WINNOW_DATA) throw new Error('PORT and WINNOW_DATA say where')
const stopped = new Promise<string>((resolve) => {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => resolve(signal))
})
const url = `http://localhost:${PORT}`

mkdirSync(WINNOW_DATA, { recursive: true })
const started: { close: () => Promise<void> }[] = []
try {
  const postgres = await openEmbeddedPostgres({ dir: path.join(WINNOW_DATA, 'postgres'), ephemeral: true })
  started.push(postgres)
  const mail = await openMailServer(path.join(WINNOW_DATA, 'mail'))
  started.push(mail)
  const login = await openIdentityProvider(`${url}/api/auth/callback/oidc`)
  started.push(login)
  const product = startChild('product', [fromRoot('lib/runtime/bootstrap.mjs'), 'lib/runtime/start.ts'], {
    ...process.env,
    NODE_ENV: 'production',
    WINNOW_MODE: '',
    WINNOW_DATA: path.join(WINNOW_DATA, 'data'),
    WINNOW_URL: url,
    WINNOW_LOG_ORIGIN: 'log.organisation.example/winnow',
    WINNOW_KEY: randomBytes(48).toString('base64'),
    NEXTAUTH_SECRET: randomBytes(48).toString('base64'),
    TRUSTED_PROXIES: '0',
    DATABASE_URL: postgres.url('postgres'),
    SMTP_URL: mail.url,
    WINNOW_MAIL_FROM: 'Winnow <winnow@organisation.example>',
    OIDC_ISSUER: login.issuer,
    OIDC_CLIENT_ID: login.clientId,
    OIDC_CLIENT_SECRET: login.clientSecret,
  })
  started.push({ close: product.stop })
  const end = await Promise.race([stopped, product.ended])
  if (!end.startsWith('SIG')) throw new Error(`The product did not stay up: ${end}`)
} finally {
  for (const { close } of started.reverse()) await close()
}
process.exit()
