import type { Match } from './detector'

/**
 * Values given to a name that says secret: `password = "…"`, `API_KEY: …`, `Authorization: Bearer …`,
 * `https://user:password@host`. Code is full of such names with variables, lookups and examples behind them, so most
 * of this file says what a secret is not.
 */
export const assignedSecrets = {
  literals: [
    'pass',
    'pwd',
    'secret',
    'token',
    'api_key',
    'apikey',
    'api-key',
    'accesskey',
    'access_key',
    'access-key',
    'privatekey',
    'private_key',
    'private-key',
    'licensekey',
    'license_key',
    'authkey',
    'auth_key',
    'auth-key',
    'encryption_key',
    'credential',
    'bearer ',
    'basic ',
    '://',
  ],

  *find(text: string): Iterable<Match> {
    for (const match of text.matchAll(ASSIGNMENT)) {
      const { name = '', quoted, bare } = match.groups ?? {}
      const value = quoted ?? bare ?? ''
      const end = match.index + match[0].lastIndexOf(value) + value.length

      const kind = /pass|pwd/i.test(name) ? 'password' : 'api-key'
      const real =
        kind === 'password' ? isPassword(value, quoted !== undefined) : isKey(value, quoted !== undefined)
      if (real) yield { type: kind, start: end - value.length, end, score: kind === 'password' ? 0.6 : 0.75 }
    }
    for (const { pattern, type, accept } of LOGINS) {
      for (const match of text.matchAll(pattern)) {
        const value = match[1] ?? ''
        const end = match.index + match[0].length
        if (accept(value)) yield { type, start: end - value.length, end, score: 0.8 }
      }
    }
  },
}

const NAME = String.raw`(?:pass(?:word|wd|phrase|code)?|pwd|secret|token|(?:api|access|private|preshared|license|auth|encryption|signing|shared|master|storage|account)[_\- ]?key|credentials?)(?:[_-]?(?:key|token|secret|value|base))?`

/** A name that holds a telling word, something that assigns, and a value of 4 to 200 characters. `is` needs quotes. */
const ASSIGNMENT = new RegExp(
  String.raw`(?<name>${NAME})[\w-]{0,20}["'\x60\])]{0,2}(?:\s{0,4}(?:=>|:=|={1,3}|:|,)\s{0,4}|\s(?:is|value=)\s{0,4}(?=["'\x60]))` +
    String.raw`(?:(?<mark>\\?["'\x60])(?<quoted>(?:(?!\k<mark>)[^\r\n]){4,200})\k<mark>|(?<bare>[^\s"'\x60,;(){}<>[\]&]{4,200})(?=$|[\s,;"'\x60&<]))`,
  'gi',
)

/** Places made for a credential, each with the credential as its last part. */
const LOGINS = [
  {
    type: 'authorization-header',
    pattern: /\b(?:bearer|basic|token|ssws)[ :]{1,3}([A-Za-z0-9_.~+/=-]{20,2000})(?![A-Za-z0-9])/gi,
    accept: (value: string) => isKey(value, false),
  },
  {
    // RFC 3986 §3.2.1 userinfo with a password; the user name is part of what to hide.
    type: 'url-login',
    pattern:
      /(?<![A-Za-z0-9+.-])[a-z][a-z0-9+.-]{1,20}:\/\/([^\s:/@"'<>?#]{0,64}:[^\s/@"'<>]{3,128})(?=@[\w[%.-])/gi,
    accept: (value: string) => !isExample(value.replace(/%[0-9a-f]{2}/gi, '')) && !/^(.*):\1$/.test(value),
  },
  {
    type: 'connection-string',
    pattern:
      /\b(?:user ?id|uid|user(?:name)?) ?= ?[^;\s=]{1,64};\s?(?:password|pwd) ?= ?([^;\s"'{}]{3,64})(?=[;"'\s]|$)/gi,
    accept: (value: string) => !isExample(value),
  },
  {
    type: 'netrc-login',
    pattern: /\blogin\s{1,8}\S{1,64}\s{1,8}password\s{1,8}(\S{4,128})(?!\S)/gi,
    accept: (value: string) => !isExample(value),
  },
]

/** A word of the language, a variable, a call, a path or a type is no password; neither is a stand-in for one. */
function isPassword(value: string, quoted: boolean): boolean {
  if (value.length < 5 || value.length > 64 || /\s/.test(value) || isExample(value)) return false
  if (/^pass(?:word|wd)?$|password$/i.test(value)) return false
  if (quoted) return !/^[#.$@/]|[/]{2}|^[A-Z_]+$|^[a-z]+(?:[._-][a-z]+)+$/i.test(value)
  return /[0-9!@#$%^&*]/.test(value) && /[A-Za-z]/.test(value) && !/^[$@#/.]|[.[\]\\]|->|::/.test(value)
}

/** Keys are made by machines: long, with letters and digits, of an encoding's alphabet unless quoted, few repeats. */
function isKey(value: string, quoted: boolean): boolean {
  const alphabet = quoted ? /^[^\s(){}]{16,200}$/ : /^[A-Za-z0-9_+/=.~-]{16,200}$/
  if (!alphabet.test(value) || isExample(value) || value.includes('://')) return false
  if (!/\d/.test(value) || !/[A-Za-z]/.test(value)) return false
  if (/^[A-Za-z_]+(?:\.[A-Za-z_]+)+$|^\/|^[a-z]+(?:[-_.][a-z]+)+\d{0,2}$/.test(value)) return false
  return bitsPerCharacter(value) >= 3
}

const EXAMPLE =
  /x{4}|\*{3}|\.{3}|<|>|\{\{|\$\{|\$\(|%[A-Z_]+%|%[sd]\b|your|example|placeholder|changeme|change_me|redacted|dummy|insert|todo|undefined|null|none|process\.env|getenv|environ|\b(?:true|false|string|required|optional)\b|#{3}/i

function isExample(value: string): boolean {
  return EXAMPLE.test(value) || new Set(value).size < 4
}

/** Shannon entropy. A random hex key of 32 characters has about 3.6, English prose about 4 with spaces, `aaaa` 0. */
function bitsPerCharacter(value: string): number {
  const counts = new Map<string, number>()
  for (const unit of value) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length)
  return bits
}
