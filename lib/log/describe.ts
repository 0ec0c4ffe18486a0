import 'server-only'
import { z } from 'zod'
import { say } from '@/lib/i18n/say'
import { type Entry, ENTRY_TYPES } from './entries'
import { committedValues } from './private-parts'

/** One plain sentence for an entry, from what stands in clear: what anybody may read. */
export function describeEntry(entry: Entry): string {
  switch (entry.t) {
    case 'decision':
      return say('log.says.decision', { dataset: entry.dataset, policy: short(entry.policy) })
    case 'takedown':
      return say('log.says.takedown', { event: takedownEvent(entry) })
    case 'suppression':
      return say('log.says.suppression', { dataset: entry.dataset })
    case 'policy': {
      const version = { number: String(entry.number), policy: short(entry.policy) }
      return entry.dataset === null
        ? say('log.says.defaultPolicy', version)
        : say('log.says.policy', { ...version, dataset: entry.dataset })
    }
    case 'role':
      return entry.dataset === null
        ? say('log.says.siteRole')
        : say('log.says.role', { dataset: entry.dataset })
    case 'revision':
      return say('log.says.revision', {
        ...entry.rows,
        number: String(entry.number),
        dataset: entry.dataset,
      })
    case 'release': {
      const { in: rows, ...counts } = entry.rows
      return say('log.says.release', { ...counts, rows, version: entry.version, dataset: entry.dataset })
    }
    case 'release_notice':
      return say('log.says.release_notice', {
        version: entry.version,
        dataset: entry.dataset,
        notice: entry.notice,
      })
    case 'profile':
      return say(`log.says.profile.${entry.change}`, { dataset: entry.dataset, profile: entry.profile })
    case 'erasure':
      return say('log.says.erasure', { of: entry.of })
    case 'audit_draw':
      return say('log.says.audit_draw', {
        k: entry.k,
        where: entry.dataset === null ? 'everywhere' : 'dataset',
        dataset: entry.dataset ?? '',
        from: String(entry.from),
        to: String(entry.to),
        by: entry.witness === null ? 'checkpoint' : 'witness',
      })
    case 'audit_seed':
      return say('log.says.audit_seed', { of: entry.of, size: String(entry.size) })
    case 'sealed':
      return say('log.says.sealed')
    default:
      return unknown(entry)
  }
}

/**
 * One plain sentence for staff, from the entry and the value its commitment opens to. `nameOf` turns references such as
 * `member:<uuid>` and `request:<uuid>` into names. Throws a ZodError when the value is not one of the entry's type.
 */
export function describeOpened(
  entry: Entry,
  value: unknown,
  nameOf: (ref: string) => string = (ref) => ref,
): string {
  const by = (actor: string) => say('log.opened.by', { sentence: describeEntry(entry), actor: nameOf(actor) })
  switch (entry.t) {
    case 'decision': {
      const { action, scope, category, reason, supersedes } = committedValues.decision.parse(value)
      return say('log.opened.decision', {
        ...{ action, scope, category, reason },
        dataset: entry.dataset,
        replaces: supersedes === null ? 'no' : 'yes',
      })
    }
    case 'takedown': {
      const { request, kind, actor } = committedValues.takedown.parse(value)
      return say('log.opened.takedown', {
        event: takedownEvent(entry),
        kind,
        request: nameOf(`request:${request}`),
        actor: nameOf(actor),
      })
    }
    case 'suppression': {
      const { change, kind, actor } = committedValues.suppression.parse(value)
      return say('log.opened.suppression', { change, kind, dataset: entry.dataset, actor: nameOf(actor) })
    }
    case 'policy':
      return by(committedValues.policy.parse(value).actor)
    case 'role': {
      const { change, role, person, actor } = committedValues.role.parse(value)
      const said = { actor: nameOf(actor), role, person: nameOf(`member:${person}`) }
      return entry.dataset === null
        ? say(`log.opened.role.${change}OnSite`, said)
        : say(`log.opened.role.${change}`, { ...said, dataset: entry.dataset })
    }
    case 'revision':
      return by(committedValues.revision.parse(value).actor)
    case 'release':
      return describeEntry(entry)
    case 'release_notice':
      return by(committedValues.release_notice.parse(value).actor)
    case 'profile':
      return by(committedValues.profile.parse(value).actor)
    case 'erasure': {
      const { basis, actor } = committedValues.erasure.parse(value)
      return say('log.opened.erasure', { of: entry.of, basis, actor: nameOf(actor) })
    }
    case 'audit_draw': {
      const { actor } = committedValues.audit_draw.parse(value)
      return say('log.opened.askedBy', { sentence: describeEntry(entry), actor: nameOf(actor) })
    }
    case 'audit_seed':
      return describeEntry(entry)
    case 'sealed':
      return describeSealed(value, nameOf)
    default:
      return unknown(entry)
  }
}

const sealedValue = z.strictObject({
  type: z.enum(ENTRY_TYPES).exclude(['sealed']),
  public: z.object({ dataset: z.string().nullable().optional() }),
  private: z.unknown(),
  actor: z.string(),
})

/** For safety officers only: a restricted event in the short form that its commitment opens to. */
function describeSealed(value: unknown, nameOf: (ref: string) => string): string {
  const { type, public: shown, actor } = sealedValue.parse(value)
  const said = { what: say(`log.sealed.${type}`), actor: nameOf(actor) }
  return shown.dataset
    ? say('log.opened.sealedIn', { ...said, dataset: shown.dataset })
    : say('log.opened.sealed', said)
}

const takedownEvent = ({ event, dataset }: Extract<Entry, { t: 'takedown' }>): string =>
  say(`log.takedown.${event}`, { dataset })

const short = (digest: string): string => digest.slice(0, 12)

/** A new entry type without a sentence does not compile. */
function unknown(entry: never): never {
  throw new Error(`no sentence for ${JSON.stringify(entry)}`)
}
