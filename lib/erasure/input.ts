import { z } from 'zod'
import { asks } from '@/lib/i18n/say'
import { GIVEN_BASES } from './labels'

const slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/, asks('erasures.input.dataset'))
const digest = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[0-9a-f]{64}$/, asks('erasures.input.digest'))

/** What is to be erased: one text of a dataset, wherever it occurs, or what one request says of its sender. */
export const subjectInput = z.discriminatedUnion('what', [
  z.object({ what: z.literal('item'), dataset: slug, digest }),
  z.object({
    what: z.literal('request'),
    dataset: slug,
    request: z.string().trim().min(4, asks('erasures.input.request')).max(36),
  }),
])

export const eraseInput = z.intersection(
  subjectInput,
  z.object({ basis: z.enum(GIVEN_BASES, asks('erasures.input.basis')) }),
)

/** As the form sends it: nothing brings back what is erased, so a box has to be ticked. */
export const eraseForm = z.intersection(
  eraseInput,
  z.object({ sure: z.literal('on', asks('erasures.input.sure')) }),
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
