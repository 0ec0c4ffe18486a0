import type { AnchoredRule } from '../anchored-rules'

/**
 * Values given to a name that says secret: `password = "…"`, `API_KEY: …`, `Authorization: Bearer …`,
 * `https://user:password@host`. Code is full of such names with variables, look-ups and examples behind them, so most
 * of this file says what a secret is not.
 */
const PASSWORD_NAMES = ['password', 'passwd', 'passphrase', 'passcode', 'pass', 'pwd']
const KEY_NAMES = [
  'secret',
  'token',
  'credential',
  ...[
    'api',
    'access',
    'private',
    'preshared',
    'license',
    'auth',
    'encryption',
    'signing',
    'shared',
    'master',
    'storage',
    'account',
  ].flatMap((of) => ['key', '_key', '-key', ' key'].map((key) => of + key)),
]

/** The rest of a name (not of a longer word), and something that assigns; `is` and `value=` need quotes after them. */
const ASSIGN = String.raw`s?(?![a-z])[\w-]{0,20}["'\x60\])]{0,2}(?:\s{0,4}(?:=>|:=|={1,3}|:|,)\s{0,4}|["'\x60]?\s(?:is|value=)\s{0,4}(?=["'\x60]))`
const QUOTED = String.raw`(?<mark>\\?["'\x60])(?<value>(?:(?!\k<mark>)[^\r\n]){4,200})(?=\k<mark>)`
const BARE = String.raw`(?<value>[^\s"'\x60,;(){}<>[\]&\\]{4,200})(?=$|[\s,;"'\x60&<\\])`

export const ASSIGNED_SECRET_RULES: readonly AnchoredRule[] = [
  ...PASSWORD_NAMES.flatMap((anchor) =>
    assignment('password', anchor, 0.6, isQuotedPassword, isBarePassword),
  ),
  ...KEY_NAMES.flatMap((anchor) => assignment('api-key', anchor, 0.75, isQuotedKey, isKey)),
  ...['bearer', 'basic', 'token', 'ssws'].map((anchor): AnchoredRule => ({
    type: 'authorization-header',
    anchor,
    lead: /(?<![A-Za-z0-9_])$/,
    rest: /[ :]{1,3}(?<value>[A-Za-z0-9_.~+/=-]{20,2000})(?![A-Za-z0-9])/y,
    accept: isKey,
    score: 0.8,
    severity: 3,
  })),
  {
    // RFC 3986 §3.2.1 userinfo with a password; the user's name is part of what to hide.
    type: 'url-login',
    anchor: '://',
    lead: /(?<![A-Za-z0-9+.-])[a-z][a-z0-9+.-]{1,20}$/i,
    rest: /(?<value>[^\s:/@"'<>?#]{0,64}:[^\s/@"'<>]{3,128})(?=@[\w[%.-])/y,
    accept: (login) => !isExample(login.replace(/%[0-9a-f]{2}/gi, '')) && !/^(.*):\1$/.test(login),
    score: 0.85,
    severity: 3,
  },
  ...['password', 'pwd'].map((anchor): AnchoredRule => ({
    type: 'connection-string',
    anchor,
    lead: /(?:user ?id|uid|user(?:name)?) ?= ?[^;\s=]{1,64};\s?$/i,
    rest: / ?= ?(?<value>[^;\s"'{}]{3,64})(?=[;"'\s]|$)/y,
    accept: (password) => !isExample(password),
    score: 0.8,
    severity: 3,
  })),
  {
    type: 'netrc-login',
    anchor: 'password',
    lead: /\blogin\s{1,8}\S{1,64}\s{1,8}$/i,
    rest: /\s{1,8}(?<value>\S{4,128})(?!\S)/y,
    accept: (password) => !isExample(password),
    score: 0.8,
    severity: 3,
  },
]

function assignment(
  type: string,
  anchor: string,
  score: number,
  quoted: (value: string) => boolean,
  bare: (value: string) => boolean,
): AnchoredRule[] {
  const severity = 3
  return [
    { type, anchor, rest: new RegExp(ASSIGN + QUOTED, 'y'), accept: quoted, score, severity },
    { type, anchor, rest: new RegExp(ASSIGN + BARE, 'y'), accept: bare, score, severity },
  ]
}

/** A word of the language, a selector, a path or a message is no password; neither is a stand-in for one. */
function isQuotedPassword(value: string): boolean {
  return mayBePassword(value) && !/^[#.$@/]|[/]{2}|^[A-Z_]+$|^[a-z]+(?:[._-][a-z]+)+$|[#:]$/i.test(value)
}

/** Without quotes a variable, a call or a member of something stands there far more often. */
function isBarePassword(value: string): boolean {
  return (
    mayBePassword(value) &&
    /[0-9!@#$%^&*]/.test(value) &&
    /[A-Za-z]/.test(value) &&
    !/^[$@#/.]|[.[\]\\]|->|::/.test(value)
  )
}

function mayBePassword(value: string): boolean {
  return (
    value.length >= 5 &&
    value.length <= 64 &&
    !/\s/.test(value) &&
    !isExample(value) &&
    !/^pass(?:word|wd)?$|password$/i.test(value)
  )
}

/** Keys are made by machines: long, with letters and digits and few repeats, and neither a path nor a chain of names. */
function isQuotedKey(value: string): boolean {
  if (!/^[^\s(){}]{16,200}$/.test(value) || isExample(value) || value.includes('://')) return false
  if (!/\d/.test(value) || !/[A-Za-z]/.test(value)) return false
  if (/^[A-Za-z_]+(?:\.[A-Za-z_]+)+$|^\/|^[a-z]+(?:[-_.][a-z]+)+\d{0,2}$/.test(value)) return false
  return bitsPerCharacter(value) >= 3
}

function isKey(value: string): boolean {
  return /^[A-Za-z0-9_+/=.~-]+$/.test(value) && isQuotedKey(value)
}

const EXAMPLE =
  /x{4}|\*{3}|\.{3}|<|>|\{\{|\$\{|\$\(|%[A-Z_]+%|%[sd]\b|your|example|placeholder|changeme|change_me|redacted|dummy|insert|todo|undefined|null|none|process\.env|getenv|environ|\b(?:true|false|string|required|optional)\b|#{3}/i

function isExample(value: string): boolean {
  return EXAMPLE.test(value) || new Set(value).size < 4
}

/** Shannon entropy. A random hex key of 32 characters has about 3.6, `aaaa` has 0. */
function bitsPerCharacter(value: string): number {
  const counts = new Map<string, number>()
  for (const unit of value) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length)
  return bits
}
