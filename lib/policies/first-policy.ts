import 'server-only'
import { isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { takeTurns } from '@/db/locks'
import { policyVersion } from '@/db/schema'
import { system } from '@/lib/auth/load-actor'
import type { ReasonInput } from '@/lib/policies/input'
import { publishPolicy } from '@/lib/policies/publish-version'

/** Publishes the policy an instance begins with, once. Datasets replace it by their own. */
export async function publishFirstPolicy(tx: Tx): Promise<void> {
  // Two first starts at once: the second waits and finds it there.
  await takeTurns(tx, 'first-policy')
  const [existing] = await tx
    .select({ id: policyVersion.id })
    .from(policyVersion)
    .where(isNull(policyVersion.datasetId))
    .limit(1)
  if (!existing)
    await publishPolicy(tx, system('first start'), { dataset: null, text: TEXT, reasons: REASONS })
}

const TEXT = `# What stays in a dataset, and what does not

We ask one question of every flagged row: does keeping it as it is do somebody a harm that the dataset does not need?
Decide about the row in front of you, not about the person who may have written it. When in doubt between two actions,
take the one that changes less.

## 1 Personal data

Contact details, numbers that identify, accounts and places that lead to a private person are redacted. The row stays
when it makes sense without them. Details that an organisation publishes about itself, and examples that belong to
nobody, are kept. A row that is about a private person as a whole is removed.

## 2 Secrets

Keys, tokens and passwords are redacted, whether or not they still work. Placeholders from documentation are kept.

## 3 Copyright and licences

A notice alone is no reason to remove a row: it often carries the permission. A row that reproduces a work whose owner
asks for removal, or forbids copying, is removed. A notice that consumers should know of is labelled.

## 4 Hate and abuse

Attacks on people for what they are, and threats against anybody, are removed. Text that reports, discusses or answers
such an attack is kept. Coarse language without a target is kept, or labelled when the dataset is meant for everyone.

## 5 Requests

A person who asks for their own data or work to be left out, and shows that it is theirs, is followed. An opt-out also
holds for every later revision.

## 6 Restricted material

Anything that may show the abuse of a child, and intimate images shared without consent, goes to the safety officers at
once. Nobody else looks at it.
`

const REASONS: ReasonInput[] = [
  reason(
    'pii.contact',
    'pii',
    'Contact details of a private person',
    ['redact', 'remove'],
    'An address, phone number or account that reaches somebody.',
  ),
  reason(
    'pii.identifier',
    'pii',
    'A number that identifies a person',
    ['redact', 'remove'],
    'Identity, tax, bank or card number; network address.',
  ),
  reason(
    'pii.profile',
    'pii',
    'The row is about a private person',
    ['remove', 'restrict'],
    'Without the person nothing of it would be left.',
  ),
  reason(
    'pii.public',
    'pii',
    'Published by the organisation itself',
    ['keep'],
    'A press office, a shop, a support desk.',
  ),
  reason(
    'pii.example',
    'pii',
    'An example that belongs to nobody',
    ['keep'],
    'Reserved numbers, example domains, made-up names.',
  ),
  reason('pii.not', 'pii', 'Not personal data', ['keep'], 'The detector took something else for it.'),
  reason(
    'pii.wrong',
    'pii',
    'Wrong or incomplete about a person',
    ['redact', 'label'],
    'Whoever it is about asks that it be corrected.',
  ),
  reason('pii.right', 'pii', 'Not wrong about a person', ['keep'], 'Say in the note why it is not.'),
  reason(
    'secrets.credential',
    'secrets',
    'A key, token or password',
    ['redact', 'remove'],
    'Treat it as live.',
  ),
  reason(
    'secrets.placeholder',
    'secrets',
    'A placeholder or example',
    ['keep'],
    'From documentation; opens nothing.',
  ),
  reason(
    'copyright.owner',
    'copyright',
    'The owner asks for removal',
    ['remove', 'restrict'],
    'A request in good order is attached to the case.',
  ),
  reason(
    'copyright.reproduction',
    'copyright',
    'Reproduces a protected work',
    ['remove', 'restrict'],
    'A whole work or a substantial part.',
  ),
  reason(
    'copyright.notice',
    'copyright',
    'A notice consumers should know of',
    ['label', 'keep'],
    'The notice stays with the text.',
  ),
  reason(
    'copyright.permitted',
    'copyright',
    'Quotation, or its licence permits it',
    ['keep'],
    'Short, attributed, or openly licensed.',
  ),
  reason(
    'licence.conflict',
    'licence',
    'The licence forbids this use',
    ['remove', 'restrict'],
    'Of the source, not of the dataset.',
  ),
  reason(
    'licence.notice',
    'licence',
    'A licence consumers should know of',
    ['label', 'keep'],
    'The licence text or its name stays.',
  ),
  reason(
    'hate.attack',
    'hate',
    'Attacks people for what they are',
    ['remove', 'restrict'],
    'Origin, religion, sex, disability and the like.',
  ),
  reason('hate.threat', 'hate', 'Threatens or incites violence', ['remove'], 'Against a person or a group.'),
  reason(
    'hate.context',
    'hate',
    'Reports, discusses or answers an attack',
    ['keep', 'label'],
    'Counter-speech, journalism, research.',
  ),
  reason('hate.coarse', 'hate', 'Coarse language without a target', ['keep', 'label'], 'Rude, not hateful.'),
  reason(
    'illegal.content',
    'illegal',
    'Illegal where the dataset is offered',
    ['remove', 'restrict'],
    'The notice names the law.',
  ),
  reason(
    'illegal.unfounded',
    'illegal',
    'The notice shows no illegality',
    ['keep'],
    'Say in the note what was missing.',
  ),
  reason(
    'optout.own',
    'opt_out',
    'The author or person asks to be left out',
    ['remove'],
    'Also holds for later revisions.',
  ),
  reason(
    'optout.unproven',
    'opt_out',
    'Not shown to be theirs',
    ['keep'],
    'Say in the note what would show it.',
  ),
  reason(
    'other.harm',
    'other',
    'Does harm in another way',
    ['remove', 'restrict', 'label'],
    'Say in the note which.',
  ),
  reason('other.none', 'other', 'No harm found', ['keep'], ''),
  reason('safety.restricted', 'child_safety', 'Restricted material', ['remove'], 'Safety officers only.'),
  reason('safety.cleared', 'child_safety', 'Not restricted material', ['keep'], 'Safety officers only.'),
  reason('ncii.restricted', 'ncii', 'Intimate image without consent', ['remove'], 'Safety officers only.'),
  reason('ncii.cleared', 'ncii', 'Not an intimate image', ['keep'], 'Safety officers only.'),
]

function reason(
  code: string,
  category: string,
  label: string,
  actions: ReasonInput['actions'],
  guidance: string,
): ReasonInput {
  return { code, category, label, actions, guidance }
}
