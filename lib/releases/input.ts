import { z } from 'zod'
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
  kind: z.enum(['withdrawn', 'superseded_for_legal_reasons']),
})
export type NoticeInput = z.output<typeof noticeInput>
