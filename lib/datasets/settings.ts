import 'server-only'
import { and, count, eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { dataset, release, revision } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { conflict, notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { appendEntries } from '@/lib/log/append'
import type { fieldsInput, profilesInput } from './input'

/**
 * Changes for whom releases are made, beside the world. What was published for a profile that is given up stays; a decision that
 * holds there alone then holds in releases for the world only. Each change is an entry of the log.
 */
export async function changeProfiles(
  tx: Tx,
  actor: Member,
  { datasetId, territories, opened }: z.output<typeof profilesInput>,
): Promise<{ slug: string; added: string[]; ended: string[] }> {
  authorize(actor, 'dataset.edit', { datasetId })
  const found = await lock(tx, datasetId)
  const wanted = [...new Set(territories)].sort()
  if (
    opened !== undefined &&
    opened !== found.territories.join() &&
    wanted.join() !== found.territories.join()
  )
    throw conflict(
      say('datasets.errors.profilesMeanwhile', {
        profiles: found.territories.join(', ') || say('datasets.errors.noProfile'),
      }),
    )
  const added = wanted.filter((profile) => !found.territories.includes(profile))
  const ended = found.territories.filter((profile) => !wanted.includes(profile))
  await refuseStaged(tx, datasetId, ended)
  await tx.update(dataset).set({ territories: wanted }).where(eq(dataset.id, datasetId))
  const entry = (change: 'added' | 'ended') => (profile: string) => ({
    type: 'profile' as const,
    public: { dataset: found.slug, profile, change },
    private: {},
  })
  await appendEntries(tx, actor, [...added.map(entry('added')), ...ended.map(entry('ended'))])
  return { slug: found.slug, added, ended }
}

/** Changes which fields say where a row comes from. Only before the first import: the index of a revision has what it was made with. */
export async function changeFields(
  tx: Tx,
  actor: Member,
  { datasetId, idField, authorField, languageField, opened }: z.output<typeof fieldsInput>,
): Promise<{ slug: string }> {
  authorize(actor, 'dataset.edit', { datasetId })
  const { slug, ...now } = await lock(tx, datasetId)
  const wanted = {
    idField: idField ?? null,
    authorField: authorField ?? null,
    languageField: languageField ?? null,
  }
  if (
    opened !== undefined &&
    opened !== fieldsAsOpened(now) &&
    fieldsAsOpened(wanted) !== fieldsAsOpened(now)
  )
    throw conflict(
      say('datasets.errors.fieldsMeanwhile', {
        id: now.idField ?? say('datasets.errors.idChosen'),
        author: now.authorField ?? say('datasets.settings.fixed.noAuthor'),
        language: now.languageField ?? say('datasets.settings.fixed.noLanguage'),
      }),
    )
  const [imported] = await tx
    .select({ revisions: count() })
    .from(revision)
    .where(eq(revision.datasetId, datasetId))
  if ((imported?.revisions ?? 0) > 0) throw conflict(say('datasets.errors.fixed'))
  await tx.update(dataset).set(wanted).where(eq(dataset.id, datasetId))
  return { slug }
}

/** What a form was opened with, to be compared when it is sent. */
export const fieldsAsOpened = (fields: {
  idField: string | null
  authorField: string | null
  languageField: string | null
}): string => JSON.stringify([fields.idField, fields.authorField, fields.languageField])

async function lock(tx: Tx, datasetId: string) {
  const [found] = await tx
    .select({
      slug: dataset.slug,
      territories: dataset.territories,
      idField: dataset.idField,
      authorField: dataset.authorField,
      languageField: dataset.languageField,
    })
    .from(dataset)
    .where(eq(dataset.id, datasetId))
    .for('update')
  if (!found) throw notFound('dataset')
  return found
}

async function refuseStaged(tx: Tx, datasetId: string, profiles: readonly string[]): Promise<void> {
  if (profiles.length === 0) return
  const [staged] = await tx
    .select({ version: release.version, profile: release.profile })
    .from(release)
    .where(
      and(
        eq(release.datasetId, datasetId),
        inArray(release.profile, [...profiles]),
        eq(release.state, 'staged'),
      ),
    )
  if (staged)
    throw conflict(say('datasets.errors.staged', { version: staged.version, profile: staged.profile }))
}
