import 'server-only'
import { z } from 'zod'
import { asks, say } from '@/lib/i18n/say'
import { nameOf, WORLD } from '@/lib/release-format/profile'
import { VERSION } from '@/lib/release-format/semver'

/** The version is proposed when it is left out. */
export const publishInput = z.object({
  datasetId: z.uuid(),
  version: z
    .string()
    .trim()
    .refine((text) => text === '' || VERSION.test(text), asks('releases.input.version'))
    .optional()
    .transform((text) => text || undefined),
  profile: z
    .string()
    .regex(/^[a-z0-9-]{2,32}$/, asks('releases.input.profile'))
    .optional(),
  baseUrl: z
    .string()
    .trim()
    .refine((text) => text === '' || isFolder(text), asks('releases.input.baseUrl'))
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
  version: z.string().trim().regex(VERSION, asks('releases.input.version')),
  profile: z.string().optional(),
  kind: z.enum(
    ['withdrawn', 'superseded_for_legal_reasons', 'removed_for_legal_reasons'],
    asks('releases.input.kind'),
  ),
  /** For everybody to read. */
  reason: z
    .string()
    .trim()
    .max(500, asks('releases.input.tooLong', { max: 500 }))
    .optional()
    .transform((text) => text || null),
})
export type NoticeInput = Omit<z.output<typeof noticeInput>, 'reason'> & { reason?: string | null }

/** From the screen: with the reason, and the name of the release typed again, since it cannot be taken back. */
export const noticeForm = noticeInput
  .extend({
    reason: z
      .string()
      .trim()
      .min(1, asks('releases.input.reason'))
      .max(500, asks('releases.input.tooLong', { max: 500 })),
    confirm: z.string().trim().min(1, asks('releases.input.confirm')),
  })
  .superRefine(({ confirm, version, profile }, context) => {
    if (confirm !== nameOf({ version, profile: profile ?? WORLD }))
      context.addIssue({ code: 'custom', path: ['confirm'], message: say('releases.input.confirm') })
  })
