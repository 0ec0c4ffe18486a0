import { z } from 'zod'

/*
 * What an entry commits to without saying it: version 1, one strict schema per entry type. Values live only in
 * `log_opening`, sealed; whoever gets an opening (auditor role, `full` disclosure) can check it against the entry.
 */

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const row = z.int().nonnegative()
const span = z.strictObject({ field: z.string(), start: row, end: row })

/** Shared by the three scopes of a decision (data-model §4). It names no actor: `full` disclosure publishes a part of it (commitments.ts). */
const outcome = {
  action: z.enum(['keep', 'remove', 'redact', 'restrict', 'label']),
  category: z.string(),
  reason: z.string(),
  spans: z.array(span),
  /** Only with the action `label`. */
  label: z.string().optional(),
  /** Profiles it holds in, sorted; everywhere when absent. */
  territories: z.array(z.string()).min(1).optional(),
  /** Entry id of the decision it replaces. */
  supersedes: z.uuid().nullable(),
}

const decision = z.discriminatedUnion('scope', [
  z.strictObject({ scope: z.literal('content'), target: z.strictObject({ digest }), ...outcome }),
  z.strictObject({
    scope: z.literal('occurrence'),
    /** `file` is the SHA-256 of the base file; `row` its 0-based record. */
    target: z.strictObject({ digest, file: digest, row }),
    ...outcome,
  }),
  z.strictObject({
    scope: z.literal('source'),
    /**
     * `rules` are the ids of the suppression rules, sorted; the entry that adds or ends one names this decision. No digest where
     * it was made about the sources as such, of no item.
     */
    target: z.strictObject({ digest: digest.optional(), rules: z.array(z.uuid()).min(1) }),
    ...outcome,
  }),
])

const detail = z.union([z.string(), z.int(), z.boolean(), z.array(z.string())])

const takedown = z.strictObject({
  request: z.uuid(),
  kind: z.string(),
  data: z.record(z.string(), detail),
})

const suppression = z.strictObject({
  change: z.enum(['added', 'ended']),
  rule: z.uuid(),
  kind: z.string(),
  /** Entry id of the decision that made it; of an `ended` one, by which it ended where it was ended for itself. */
  decision: z.uuid(),
})

const policy = z.strictObject({ version: z.uuid() })

const role = z.strictObject({
  change: z.enum(['granted', 'revoked']),
  person: z.uuid(),
  role: z.string(),
})

const revision = z.strictObject({ revision: z.uuid() })

const release = z.strictObject({
  /** SHA-256 over the canonical bytes of the effective set. It names no actor: a release may publish it. */
  effective_set: digest,
})

/** Which law or request, and why, is told on the release's page by people, not here. */
const releaseNotice = z.strictObject({ release: z.uuid() })

/** What there is to say stands in clear. */
const profile = z.strictObject({})

const erasure = z.strictObject({ basis: z.string() })

/** A row of the database: both entries of a draw name it. */
const auditDraw = z.strictObject({ draw: z.uuid() })

export const privateParts = {
  decision,
  takedown,
  suppression,
  policy,
  role,
  revision,
  release,
  release_notice: releaseNotice,
  profile,
  erasure,
  audit_draw: auditDraw,
  audit_seed: auditDraw,
}

const named = { actor: z.string() }

/**
 * The committed values: the private part with who did it. Openings of decisions and releases are made to be published,
 * so these two commit to no person.
 */
export const committedValues = {
  decision,
  release,
  takedown: takedown.extend(named),
  suppression: suppression.extend(named),
  policy: policy.extend(named),
  role: role.extend(named),
  revision: revision.extend(named),
  release_notice: releaseNotice.extend(named),
  profile: profile.extend(named),
  erasure: erasure.extend(named),
  audit_draw: auditDraw.extend(named),
  audit_seed: auditDraw.extend(named),
}

export const namesActor = (type: keyof typeof privateParts): boolean =>
  type !== 'decision' && type !== 'release'
