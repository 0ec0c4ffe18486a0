import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { EnvError, readEnv, readMode, SETTINGS } from '@/lib/runtime/env'

const given = (values: Record<string, string>): NodeJS.ProcessEnv => ({ NODE_ENV: 'test', ...values })
const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://admin:x@db.example.org/winnow',
  WINNOW_URL: 'https://winnow.example.org/',
  WINNOW_LOG_ORIGIN: 'winnow.example.org/log',
  NEXTAUTH_SECRET: 's'.repeat(32),
  WINNOW_KEY: 'k'.repeat(32),
  TRUSTED_PROXIES: '1',
  SMTP_URL: 'smtp://mail.example.org:25',
} as const

function problems(source: NodeJS.ProcessEnv): readonly string[] {
  try {
    readEnv(source)
  } catch (error) {
    if (error instanceof EnvError) return error.problems
    throw error
  }
  return []
}

describe('settings', () => {
  test('a demonstration needs none', () => {
    expect(readEnv(given({}))).toMatchObject({
      mode: 'demo',
      port: 3000,
      host: '127.0.0.1',
      url: 'http://localhost:3000',
      trustedProxies: 0,
    })
  })

  test('.env.example lists every one, and sets none', () => {
    const text = readFileSync(path.resolve(import.meta.dirname, '../../.env.example'), 'utf8')
    const listed = [...text.matchAll(/^#([A-Z_]+)=/gm)].map(([, name]) => name)
    expect(SETTINGS.filter((name) => !listed.includes(name))).toEqual([])
    expect(text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual([])
  })

  test('an empty variable counts as missing', () => {
    expect(readEnv(given({ PORT: '', DATABASE_URL: ' ' }))).toMatchObject({
      port: 3000,
      databaseUrl: undefined,
    })
  })

  test.each([
    ['PORT', '70000', 'PORT must be a whole number from 0 to 65535.'],
    ['PORT', '80a', 'PORT must be a whole number from 0 to 65535.'],
    ['DATABASE_URL', 'mysql://x/y', 'DATABASE_URL must be a postgres:// address.'],
    ['SMTP_URL', 'mail.example.org', 'SMTP_URL must be an smtp:// or smtps:// address.'],
    ['WINNOW_URL', 'winnow.example.org', 'WINNOW_URL must be an http:// or https:// address.'],
    [
      'WINNOW_TIME_ZONE',
      'Mars/Olympus',
      'WINNOW_TIME_ZONE must be a time zone like Europe/Berlin (IANA), or UTC.',
    ],
    [
      'WINNOW_HOLIDAYS',
      'Germany',
      'WINNOW_HOLIDAYS must be a country or state like DE or DE-BY (ISO 3166), or none.',
    ],
    [
      'WINNOW_LOG_ORIGIN',
      'https://x.org/log',
      'WINNOW_LOG_ORIGIN must be a name like log.example.org/winnow, without scheme, space or plus.',
    ],
    [
      'WINNOW_KEY',
      'short',
      'WINNOW_KEY must have at least 32 characters (openssl rand -base64 48 makes one).',
    ],
    [
      'WINNOW_WITNESSES',
      'https://witness.example',
      'WINNOW_WITNESSES must be witnesses of the log, each as its vkey and its address, with spaces between them.',
    ],
    [
      'WINNOW_WITNESSES',
      'w.example+00000000+BAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB https://w.example',
      'WINNOW_WITNESSES has a verifier key that is mistyped: its id is not that of its bytes.',
    ],
    ['TRUSTED_PROXIES', '10.0.0.1', 'TRUSTED_PROXIES must be a whole number from 0 to 20.'],
  ])('%s=%s is refused with one sentence', (name, value, sentence) => {
    expect(problems(given({ [name]: value }))).toEqual([sentence])
  })

  test('all problems are named at once', () => {
    expect(problems(given({ PORT: 'x', SMTP_URL: 'y' }))).toHaveLength(2)
  })

  test('half of a single sign-on is refused', () => {
    expect(problems(given({ OIDC_ISSUER: 'https://login.example.org' }))).toEqual([
      'OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET must be set together; only OIDC_ISSUER is.',
    ])
  })

  test('production takes a complete set, and loses the trailing slash of its address', () => {
    expect(readEnv(production)).toMatchObject({ mode: 'production', url: 'https://winnow.example.org' })
  })

  test.each(Object.keys(production).filter((name) => name !== 'NODE_ENV'))(
    'production refuses to do without %s',
    (name) => {
      expect(problems({ ...production, [name]: '' })).toEqual([`${name} must be set in production.`])
    },
  )

  test('the mode follows NODE_ENV unless the launcher has said it', () => {
    expect(readMode(given({}))).toBe('demo')
    expect(readMode({ NODE_ENV: 'production' })).toBe('production')
    expect(readMode({ NODE_ENV: 'production', WINNOW_MODE: 'demo' })).toBe('demo')
    expect(() => readMode(given({ WINNOW_MODE: 'staging' }))).toThrow(
      'WINNOW_MODE must be demo or production.',
    )
  })
})
