import { z } from 'zod'
import { asks } from '@/lib/i18n/say'
import { normaliseLicence } from './licence'

const fieldName = z.string().min(1).max(200)
const fieldNames = z.array(fieldName).max(20, asks('datasets.input.mostFields'))

export const datasetSlug = z
  .string()
  .trim()
  .regex(/^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$/, asks('datasets.input.slug'))

/** `world` is every dataset's. */
const profiles = z
  .array(z.string().regex(/^(?!world$)[a-z0-9][a-z0-9-]{0,30}[a-z0-9]$/, asks('datasets.input.profile')))
  .max(20, asks('datasets.input.mostProfiles'))

/** What is said about a dataset when it is registered. Fields that are left out are chosen from the first file. */
export const registerInput = z.object({
  slug: datasetSlug,
  name: z.string().trim().min(1, asks('datasets.input.name')).max(200, asks('datasets.input.longName')),
  licence: z
    .string()
    .trim()
    .min(1, asks('datasets.input.licence'))
    .max(300, asks('datasets.input.longLicence'))
    .transform(normaliseLicence),
  homepage: z
    .union([z.literal(''), z.url({ protocol: /^https?$/, ...asks('datasets.input.homepage') })])
    .optional(),
  description: z.string().trim().max(4_000, asks('datasets.input.longDescription')).optional(),
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
  .max(200, asks('datasets.input.longField'))
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
