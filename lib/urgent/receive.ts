import 'server-only'
import type { Tx } from '@/db/client'
import type { Visitor } from '@/lib/auth/actor'
import { fingerprint } from '@/lib/crypto/seal'
import { invalid } from '@/lib/errors'
import type { Limit } from '@/lib/http/rate-limit'
import { say } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { enqueueMail } from '@/lib/mail/outbox'
import { takedownQuiet } from '@/lib/mail/templates/takedown-quiet'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import { languageOf } from '@/lib/takedowns/attestations'
import { byDataset, type OfDataset } from '@/lib/takedowns/by-dataset'
import { eraseLater, keepContact } from '@/lib/takedowns/contact'
import { datasetNamed } from '@/lib/takedowns/draft'
import { declaredWords } from '@/lib/takedowns/form-version'
import { datasetsOf } from '@/lib/takedowns/labels'
import { mayWriteTo } from '@/lib/takedowns/letter-limits'
import { newToken } from '@/lib/takedowns/tokens'
import { hideElsewhere, takeTurnElsewhere } from './elsewhere'
import { fileReport, hide } from './file'
import { CATEGORY_OF } from './labels'
import type { UrgentInput } from './input'
import { type Locator, readLocators } from './locators'
import { tellOfficers } from './tell-officers'
import { askedOf } from './words'

/** Per network and hour. Beyond it there are still the hotlines, which the refusal names. */
export const URGENT_LIMIT: Limit = { name: 'takedown/urgent', max: 20, windowSeconds: 3600 }

/**
 * Takes in a report by the urgent lane and acts on it in the same transaction: what is named is out of everybody's sight but the safety
 * officers' when this returns, in this dataset and in every other that has the same item, whoever sent it, and no mail is waited for. A person decides afterwards. Answers with the secret of the
 * private page, which is the only way to it where no address was given, and of the pages of what it names in other datasets. Says nothing of whether an item exists.
 */
export async function receiveUrgent(
  tx: Tx,
  visitor: Visitor,
  input: UrgentInput,
): Promise<{ tracking: string; others: string[] }> {
  const { locators } = readLocators(input.targets, env().url)
  if (locators.length === 0)
    throw invalid(say('urgent.errors.targets'), { targets: [say('urgent.input.targetsNone')] })
  const chosen = await datasetNamed(tx, slugOf(input.dataset, locators))
  const [first, ...others] = await byDataset(tx, locators, chosen)
  await takeTurnElsewhere(tx)
  const submittedAt = new Date()
  const sent = await report(tx, visitor, input, { ...first, submittedAt })
  // Who names another dataset by a link means it, too: nothing of it waits for a second report.
  const beside: string[] = []
  for (const of of others) beside.push((await report(tx, visitor, input, { ...of, submittedAt })).tracking)
  await writeBack(tx, visitor, input, { ...sent, others: beside })
  await tellOfficers(tx)
  return { tracking: sent.tracking, others: beside }
}

async function report(
  tx: Tx,
  visitor: Visitor,
  input: UrgentInput,
  { id: datasetId, targets, submittedAt }: OfDataset<Locator> & { submittedAt: Date },
): Promise<Sent> {
  const tracking = newToken()
  const answers = { concern: CATEGORY_OF[input.about], ...answersOf(input) }
  const sent = await fileReport(tx, visitor, {
    ...{ datasetId, answers, attestation: input.attestation, targets, submittedAt },
    network: fingerprint('takedown/urgent-network', visitor.network),
    trackingHash: tracking.hash,
  })
  const { id } = sent
  const kept = { id, reference: sent.reference, tracking: tracking.token }
  await keepWho(tx, input, kept, submittedAt)
  await hide(tx, sent)
  await hideElsewhere(tx, id)
  await enqueue(tx, 'takedown.match', { requestId: id }, { first: true })
  return kept
}

/** A link says which dataset it leads into; who pastes one need not know its name. */
const slugOf = (chosen: string, locators: readonly Locator[]): string =>
  chosen || ([...datasetsOf(locators, '')][0] ?? '')

function answersOf(input: UrgentInput): Record<string, string> {
  return input.about === 'intimate' ? { relation: input.relation } : {}
}

type Sent = { id: string; reference: string; tracking: string }

/** Who sent it, if they said so; of who did not there is nothing to keep. */
async function keepWho(tx: Tx, input: UrgentInput, { id, tracking }: Sent, submittedAt: Date): Promise<void> {
  const { email } = input
  if (email === null) return eraseLater(tx, id, submittedAt)
  const name = input.about === 'intimate' ? input.name : ''
  const asked = {
    ...askedOf(languageOf(input.attestation), input.about),
    ...declaredWords(input.attestation),
  }
  await keepContact(tx, id, { name, email, answers: answersOf(input), asked, tracking }, submittedAt)
}

/** One letter to who gave an address, with every private page that there is of what they sent. */
async function writeBack(
  tx: Tx,
  visitor: Visitor,
  { email, attestation }: UrgentInput,
  { id, reference, tracking, others }: Sent & { others: readonly string[] },
): Promise<void> {
  if (email === null || !(await mayWriteTo(tx, visitor, email.toLowerCase()))) return
  const pageOf = (token: string) => env().url + paths.takedownTrack(token)
  const data = { reference, trackingUrl: pageOf(tracking), others: others.map(pageOf) }
  await enqueueMail(tx, {
    ...{ to: email, language: languageOf(attestation), requestId: id },
    ...{ template: takedownQuiet, data },
  })
}
