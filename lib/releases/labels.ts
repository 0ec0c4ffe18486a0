import type { releaseNoticeKind } from '@/db/schema/releases'

type NoticeKind = (typeof releaseNoticeKind.enumValues)[number]

/** Weakest first. */
export const NOTICE_KINDS = [
  'withdrawn',
  'superseded_for_legal_reasons',
  'removed_for_legal_reasons',
] as const satisfies readonly NoticeKind[]
