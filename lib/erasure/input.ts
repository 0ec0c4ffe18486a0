import { z } from 'zod'
import { GIVEN_BASES } from './labels'

const slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/, 'Choose a dataset')
const digest = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[0-9a-f]{64}$/, 'The digest of an item has 64 characters, 0-9 and a-f')

/** What is to be erased: one text of a dataset, wherever it occurs, or what one request says of its sender. */
export const subjectInput = z.discriminatedUnion('what', [
  z.object({ what: z.literal('item'), dataset: slug, digest }),
  z.object({
    what: z.literal('request'),
    dataset: slug,
    request: z
      .string()
      .trim()
      .min(4, 'Type the number of a request, like 7QK4-M2XD, or the 64 characters of a digest')
      .max(36),
  }),
])

export const eraseInput = z.intersection(
  subjectInput,
  z.object({ basis: z.enum(GIVEN_BASES, 'Choose what the erasure rests on') }),
)

/** As the form sends it: nothing brings back what is erased, so a box has to be ticked. */
export const eraseForm = z.intersection(
  eraseInput,
  z.object({ sure: z.literal('on', 'Tick the box: nobody can bring it back') }),
)

/** What was typed into one field: a digest names a text, anything else a request. */
export const lookedFor = (dataset: string, name: string) =>
  subjectInput.safeParse(
    /^[0-9a-f]{40,}$/i.test(name.trim())
      ? { what: 'item', dataset, digest: name }
      : { what: 'request', dataset, request: name },
  )

export type SubjectInput = z.output<typeof subjectInput>
export type EraseInput = z.output<typeof eraseInput>
