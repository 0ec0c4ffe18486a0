import 'server-only'
import path from 'node:path'
import { z } from 'zod'
import { parseVkey } from '@/lib/tlog/vkey'

/**
 * Every environment variable the product reads, validated once. `npm start` and the command line fill in what a
 * demonstration may generate (prepare.ts) before anything calls `env()`; in production all of it is demanded.
 */
export function env(): Env {
  cached ??= readEnv(process.env)
  return cached
}

/** After the launcher has filled in what it found out: the next `env()` reads anew. */
export function forgetEnv(): void {
  cached = undefined
}

/** Pure. Throws an {@link EnvError} with one sentence per wrong variable. */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  const mode = readMode(source)
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()))
  const parsed = variables.safeParse(given)
  const problems =
    parsed.error?.issues.map(({ path: [name = ''], message }) => `${String(name)} ${message}.`) ?? []
  if (mode === 'production') {
    for (const name of DEMANDED) if (!(name in given)) problems.push(`${name} must be set in production.`)
  }
  const oidcGiven = OIDC.filter((name) => name in given)
  if (oidcGiven.length > 0 && oidcGiven.length < OIDC.length) {
    problems.push(`${OIDC.join(', ')} must be set together; only ${oidcGiven.join(', ')} is.`)
  }
  if (!parsed.success || problems.length > 0) throw new EnvError(problems)
  return Object.freeze(named(mode, parsed.data))
}

/**
 * `next start` sets NODE_ENV=production by itself, so `npm start` tells its children the mode in WINNOW_MODE.
 * Without it NODE_ENV=production means production and everything else a demonstration.
 */
export function readMode(source: NodeJS.ProcessEnv): Mode {
  const mode = source.WINNOW_MODE || (source.NODE_ENV === 'production' ? 'production' : 'demo')
  if (mode !== 'demo' && mode !== 'production')
    throw new EnvError(['WINNOW_MODE must be demo or production.'])
  return mode
}

/** The settings are wrong. The message is written for the operator, one problem per line. */
export class EnvError extends Error {
  override readonly name = 'EnvError'
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'))
  }
}

/** `demo`: secrets may be generated, demo personas may exist, what is published is marked as a demonstration. */
export type Mode = 'demo' | 'production'
export type Env = Readonly<ReturnType<typeof named>>

const DEMANDED = [
  'DATABASE_URL',
  'WINNOW_URL',
  'WINNOW_LOG_ORIGIN',
  'NEXTAUTH_SECRET',
  'WINNOW_KEY',
  'TRUSTED_PROXIES',
  'SMTP_URL',
]
const OIDC = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']

const whole = (max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from 0 to ${max}`)
    .transform(Number)
    .refine((value) => value <= max, `must be a whole number from 0 to ${max}`)

const url = (what: string, ...schemes: string[]) =>
  z
    .string()
    .refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol), `must be ${what}`)

const secret = z.string().min(32, 'must have at least 32 characters (openssl rand -base64 48 makes one)')
const postgresUrl = url('a postgres:// address', 'postgres:', 'postgresql:')

/** Every other word is one. */
function areVkeys(setting: string): boolean {
  const words = setting.split(/\s+/).filter(Boolean)
  try {
    words.filter((_, i) => i % 2 === 0).forEach((vkey) => parseVkey(vkey))
    return true
  } catch {
    return false
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

const variables = z.object({
  PORT: whole(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  WINNOW_DATA: z.string().default('.winnow'),
  DATABASE_URL: postgresUrl.optional(),
  WINNOW_SEQUENCER_URL: postgresUrl.optional(),
  SMTP_URL: url('an smtp:// or smtps:// address', 'smtp:', 'smtps:').optional(),
  WINNOW_MAIL_FROM: z.string().optional(),
  WINNOW_URL: url('an http:// or https:// address', 'http:', 'https:').optional(),
  // The origin is the name in the signed note: no spaces, no plus (C2SP signed-note), no scheme (C2SP tlog-checkpoint).
  WINNOW_LOG_ORIGIN: z
    .string()
    .regex(/^[^\s+:]+$/, 'must be a name like log.example.org/winnow, without scheme, space or plus')
    .optional(),
  WINNOW_LOG_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/, 'must be the base64 of 32 bytes (openssl rand -base64 32 makes one)')
    .optional(),
  WINNOW_LOG_OLD_KEYS: z
    .string()
    .regex(
      /^\s*(?:(?:[A-Za-z0-9+/]{43}=|[^\s+]+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+)(?:\s+|$))+$/,
      'must be former keys of the log, each as its vkey or its seed, with spaces between them',
    )
    .optional(),
  WINNOW_WITNESSES: z
    .string()
    .regex(/^\s*(?:[^\s+]+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+\s+https?:\/\/\S+(?:\s+|$))+$/, {
      error: 'must be witnesses of the log, each as its vkey and its address, with spaces between them',
      abort: true,
    })
    .refine(areVkeys, 'has a verifier key that is mistyped: its id is not that of its bytes')
    .optional(),
  NEXTAUTH_SECRET: secret.optional(),
  WINNOW_KEY: secret.optional(),
  TRUSTED_PROXIES: whole(20).default(0),
  WINNOW_TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'must be a time zone like Europe/Berlin (IANA), or UTC')
    .default('UTC'),
  WINNOW_HOLIDAYS: z
    .string()
    .regex(
      /^(?:none|[A-Z]{2}(?:-[A-Z0-9]{1,3})?)$/,
      'must be a country or state like DE or DE-BY (ISO 3166), or none',
    )
    .default('none'),
  WINNOW_REGISTER_EMBARGO: whole(365).default(10),
  OIDC_ISSUER: url('an https:// (or, for a trial, http://) address', 'http:', 'https:').optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
})

/** Names of all settings, for the test that holds .env.example to them. */
export const SETTINGS: readonly string[] = Object.keys(variables.shape)

function named(mode: Mode, v: z.output<typeof variables>) {
  return {
    mode,
    port: v.PORT,
    host: v.HOST,
    /** Absolute folder of uploads, indexes, keys and the embedded Postgres. */
    dataDir: path.resolve(v.WINNOW_DATA),
    /** As the operator sets it: the administrator. In web, worker and commands: winnow_app. */
    databaseUrl: v.DATABASE_URL,
    /** As winnow_sequencer; set by the launcher beside `databaseUrl`. */
    sequencerUrl: v.WINNOW_SEQUENCER_URL,
    /** Public address without a trailing slash. */
    url: (v.WINNOW_URL ?? `http://localhost:${v.PORT}`).replace(/\/+$/, ''),
    logOrigin: v.WINNOW_LOG_ORIGIN,
    /** Seed of the key that signs checkpoints; without it one is kept in the data folder. */
    logKey: v.WINNOW_LOG_KEY,
    /** Keys that signed before: a vkey is believed, a seed goes on signing too. Without it `keys/log.old` is read. */
    logOldKeys: v.WINNOW_LOG_OLD_KEYS,
    /** Verifier keys and addresses of those who cosign checkpoints, in pairs. */
    logWitnesses: v.WINNOW_WITNESSES,
    nextauthSecret: v.NEXTAUTH_SECRET,
    key: v.WINNOW_KEY,
    /** How many of our own proxies stand in front and append to X-Forwarded-For. */
    trustedProxies: v.TRUSTED_PROXIES,
    /** Whose days legal clocks count, where the law does not say. */
    place: { zone: v.WINNOW_TIME_ZONE, calendar: v.WINNOW_HOLIDAYS },
    /** Days between a decision and its notice in the public register, at least. */
    registerEmbargoDays: v.WINNOW_REGISTER_EMBARGO,
    smtpUrl: v.SMTP_URL,
    mailFrom: v.WINNOW_MAIL_FROM,
    oidcIssuer: v.OIDC_ISSUER,
  }
}

let cached: Env | undefined
