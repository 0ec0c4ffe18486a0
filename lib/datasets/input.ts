import { z } from 'zod'
import { normaliseLicence } from './licence'

const fieldName = z.string().min(1).max(200)
const fieldNames = z.array(fieldName).max(20, 'A dataset has at most 20 content fields of a kind.')

export const datasetSlug = z
  .string()
  .trim()
  .regex(
    /^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$/,
    'Use up to 64 lower-case letters, digits and hyphens, like harbour-forum.',
  )

/** `world` is every dataset's. */
const profiles = z
  .array(
    z
      .string()
      .regex(
        /^(?!world$)[a-z0-9][a-z0-9-]{0,30}[a-z0-9]$/,
        'A profile is a short word in small letters, like eu.',
      ),
  )
  .max(20, 'At most 20 profiles.')

/** What is said about a dataset when it is registered. Fields that are left out are chosen from the first file. */
export const registerInput = z.object({
  slug: datasetSlug,
  name: z.string().trim().min(1, 'Write a name.').max(200, 'A name has at most 200 characters.'),
  licence: z
    .string()
    .trim()
    .min(1, 'Write a licence, like CC-BY-4.0.')
    .max(300, 'A licence has at most 300 characters.')
    .transform(normaliseLicence),
  homepage: z
    .union([
      z.literal(''),
      z.url({ protocol: /^https?$/, error: 'Write a web address, like https://example.org/.' }),
    ])
    .optional(),
  description: z.string().trim().max(4_000, 'A description has at most 4,000 characters.').optional(),
  idField: fieldName.optional(),
  textFields: fieldNames.optional(),
  urlFields: fieldNames.optional(),
  mediaHashField: fieldName.optional(),
  /** Who wrote a row: kept in the index, so that people can ask by name to be left out. */
  authorField: fieldName.optional(),
  /** The language of a row; without it, it is told from the text. */
  languageField: fieldName.optional(),
  /** Profiles that get releases of their own, beside the world's: `eu`, `us`. */
  territories: profiles.optional(),
})
export type RegisterInput = z.output<typeof registerInput>

const words = z.string().transform((text) =>
  text
    .split(/[\s,]+/)
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== ''),
)

/** The settings as their form sends them: profiles as words, an empty field as empty text. */
export const profilesInput = z.object({
  datasetId: z.uuid(),
  territories: words.pipe(profiles),
  /** Those there were when the form was opened, with commas. */
  opened: z.string().max(1_000).optional(),
})

const optionalField = z
  .string()
  .trim()
  .max(200, 'A field name has at most 200 characters.')
  .optional()
  .transform((text) => text || undefined)
export const fieldsInput = z.object({
  datasetId: z.uuid(),
  idField: optionalField,
  authorField: optionalField,
  languageField: optionalField,
  /** The fields when the form was opened, as `fieldsAsOpened` writes them. */
  opened: z.string().max(1_000).optional(),
})
