import { z } from 'zod'
import { asks, say } from '@/lib/i18n/say'
import { readOwnLink } from '@/lib/takedowns/own-link'
import { canonicalDomain, canonicalPrefix, canonicalUrl } from '@/lib/suppression/canonical-url'
import { pageAddress } from '@/lib/takedowns/proof-pages'

export const WHAT = ['url', 'id', 'digest', 'text'] as const
export type What = (typeof WHAT)[number]

/** Words of a whole row. Fewer can be a name, and names are not looked up. */
export const LEAST_WORDS = 8
const LONGEST = 100_000

/** One exact thing. No parts of it, no pattern, no name. */
export const lookupInput = z
  .object({
    what: z.enum(WHAT, asks('lookup.input.what')),
    value: z.string(asks('lookup.input.value')).max(LONGEST, asks('lookup.input.value')),
  })
  .transform(({ what, value }, context) => {
    const exact = exactOf(what, value)
    if (exact !== null) return { what, value: exact }
    context.addIssue({ code: 'custom', path: ['value'], message: say(`lookup.input.${what}`) })
    return z.NEVER
  })
export type LookupInput = z.output<typeof lookupInput>

function exactOf(what: What, given: string): string | null {
  const value = given.trim()
  switch (what) {
    case 'url':
      return canonicalUrl(value) === null || /[*\s]/.test(value) ? null : value
    case 'id':
      // As machines make them: a name has no digit, or has spaces.
      return /^[\w.:/+=-]{1,300}$/.test(value) && /\d/.test(value) ? value : null
    case 'digest':
      return /^[0-9a-f]{64}$/i.test(value) ? value.toLowerCase() : null
    case 'text':
      // As it stands in the row: its own spaces at the ends are part of it.
      return value.split(/\s+/).length >= LEAST_WORDS ? given.replace(/\r\n/g, '\n') : null
  }
}

/** The address of a row here. */
export const rowInput = z.object({ link: z.string().max(2_000) }).transform(({ link: address }, context) => {
  const link = readOwnLink(address)
  if (link && link.to !== 'case') return { link }
  context.addIssue({ code: 'custom', path: ['link'], message: say('lookup.input.value') })
  return z.NEVER
})

/** Mailboxes that only whoever runs a domain has (RFC 2142, and those that certificate authorities ask). */
export const MAILBOXES = ['postmaster', 'webmaster', 'hostmaster', 'admin', 'administrator'] as const

/** What somebody can prove to be theirs. */
export const CLAIMS = ['email', 'domain', 'prefix', 'page'] as const

const HOST = /^[a-z0-9.-]+\.[a-z][a-z0-9-]*$/

/** Something one has by having a mailbox (the address itself, or the domain it belongs to), or by being able to write on a page. */
export const proveInput = z
  .object({
    kind: z.enum(CLAIMS, asks('lookup.input.kind')),
    value: z.string(asks('lookup.input.value')).trim().max(2_000, asks('lookup.input.value')),
    mailbox: z.enum(MAILBOXES).catch('postmaster'),
  })
  .transform(({ kind, value, mailbox }, context) => {
    const claim = claimOf(kind, value, mailbox)
    if (claim) return claim
    context.addIssue({ code: 'custom', path: ['value'], message: say(`lookup.input.${kind}`) })
    return z.NEVER
  })
export type Claim = MailClaim | PageClaim
/** `to`: the mailbox that gets the link. */
export type MailClaim = { kind: 'email' | 'domain' | 'prefix'; value: string; to: string }
export type PageClaim = { kind: 'page'; value: string }

function claimOf(kind: Claim['kind'], value: string, mailbox: string): Claim | null {
  if (kind === 'page') {
    const address = pageAddress(value)
    return address !== null && HOST.test(new URL(address).host) ? { kind, value: address } : null
  }
  if (kind === 'email') {
    const address = z.email().max(254).safeParse(value)
    return address.success ? { kind, value: address.data.toLowerCase(), to: address.data } : null
  }
  const canonical = kind === 'domain' ? canonicalDomain(value) : canonicalPrefix(value)
  const host = canonical?.replace(/[/:].*/s, '')
  return canonical && host && HOST.test(host) ? { kind, value: canonical, to: `${mailbox}@${host}` } : null
}

export const tokenInput = z.object({ token: z.string().max(200) })
