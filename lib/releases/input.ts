import { z } from 'zod'
import { nameOf, WORLD } from './profile'
import { VERSION } from './semver'

/** The version is proposed when it is left out. */
export const publishInput = z.object({
  datasetId: z.uuid(),
  version: z
    .string()
    .trim()
    .refine((text) => text === '' || VERSION.test(text), 'Write a version like 2.0.0.')
    .optional()
    .transform((text) => text || undefined),
  profile: z
    .string()
    .regex(/^[a-z0-9-]{2,32}$/, 'A profile is a short word in small letters.')
    .optional(),
  baseUrl: z
    .string()
    .trim()
    .refine((text) => text === '' || isFolder(text), 'Write an https:// address that ends in a slash.')
    .optional()
    .transform((text) => text || undefined),
})

/** `baseUrl`: where the files of the revision are, their paths relative to it. Addresses with a commit in them stay right. */
export type PublishInput = {
  datasetId: string
  version?: string | undefined
  /** Whom it is for; `world` if left out. */
  profile?: string | undefined
  baseUrl?: string | undefined
}

function isFolder(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, href, search, hash } = new URL(text)
  return /^https?:$/.test(protocol) && href === text && href.endsWith('/') && search === '' && hash === ''
}

export const noticeInput = z.object({
  datasetId: z.uuid(),
  version: z.string().trim().regex(VERSION, 'Write a version like 2.0.0.'),
  profile: z.string().optional(),
  kind: z.enum(
    ['withdrawn', 'superseded_for_legal_reasons', 'removed_for_legal_reasons'],
    'Choose what is said of it.',
  ),
  /** For everybody to read. */
  reason: z
    .string()
    .trim()
    .max(500, 'At most 500 characters.')
    .optional()
    .transform((text) => text || null),
})
export type NoticeInput = Omit<z.output<typeof noticeInput>, 'reason'> & { reason?: string | null }

/** From the screen: with the reason, and the name of the release typed again, since it cannot be taken back. */
export const noticeForm = noticeInput
  .extend({
    reason: z.string().trim().min(1, 'Say why, in a sentence.').max(500, 'At most 500 characters.'),
    confirm: z.string().trim().min(1, 'Type the version as it stands above.'),
  })
  .superRefine(({ confirm, version, profile }, context) => {
    if (confirm !== nameOf({ version, profile: profile ?? WORLD }))
      context.addIssue({ code: 'custom', path: ['confirm'], message: 'Type the version as it stands above.' })
  })
