import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { appeal, dataset, person, policyVersion, reasonCode } from '@/db/schema'
import { enqueueMail } from '@/lib/mail/outbox'
import { appealDecided } from '@/lib/mail/templates/appeal-decided'
import { paths } from '@/lib/paths'
import { LANGUAGE_OF_STAFF } from '@/lib/people/members'
import { env } from '@/lib/runtime/env'
import type { LockedCase } from './case-row'
import type { Action } from './status'

/** A letter to the member whose appeal the decision answers; a requester has theirs with the outcome of the request. */
export async function tellAppellant(
  tx: Tx,
  found: LockedCase,
  decided: { action: Action; reasonCode: string; policyId: string },
): Promise<void> {
  const [made] =
    found.appealed && found.status === 'open'
      ? await tx
          .select({ actor: appeal.actor })
          .from(appeal)
          .where(
            and(
              eq(appeal.datasetId, found.datasetId),
              eq(appeal.caseId, found.id),
              eq(appeal.round, found.round),
            ),
          )
      : []
  const [kind, id] = made?.actor.split(':') ?? []
  if (kind !== 'member' || !id || !found.inForce) return
  const [to] = await tx
    .select({ email: person.email })
    .from(person)
    .where(and(eq(person.id, id), isNull(person.disabledAt)))
  const [said] = await tx
    .select({ name: dataset.name, policy: policyVersion.number, reason: reasonCode.label })
    .from(dataset)
    .innerJoin(policyVersion, eq(policyVersion.id, decided.policyId))
    .leftJoin(
      reasonCode,
      and(eq(reasonCode.policyVersionId, policyVersion.id), eq(reasonCode.code, decided.reasonCode)),
    )
    .where(eq(dataset.id, found.datasetId))
  if (!to || !said) return
  await enqueueMail(tx, {
    to: to.email,
    language: LANGUAGE_OF_STAFF,
    template: appealDecided,
    data: {
      dataset: said.name,
      before: found.inForce.action,
      now: decided.action,
      reason: said.reason ?? decided.reasonCode,
      policy: said.policy,
      isUpheld: decided.action === found.inForce.action,
      link: env().url + paths.reviewCase(found.slug, found.id),
    },
  })
}
