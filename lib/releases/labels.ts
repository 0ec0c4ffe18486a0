import type { releaseNoticeKind } from '@/db/schema/releases'

type NoticeKind = (typeof releaseNoticeKind.enumValues)[number]

/** Weakest first. */
export const NOTICE_KINDS = [
  'withdrawn',
  'superseded_for_legal_reasons',
  'removed_for_legal_reasons',
] as const satisfies readonly NoticeKind[]

export const NOTICE: Record<NoticeKind, { badge: string; title: string; choice: string; effect: string }> = {
  withdrawn: {
    badge: 'Withdrawn',
    title: 'This release was withdrawn',
    choice: 'It must not be used any more',
    effect: 'Its files stay, marked.',
  },
  superseded_for_legal_reasons: {
    badge: 'Withdrawn',
    title: 'This release was superseded for legal reasons',
    choice: 'It must not be used any more, for legal reasons',
    effect: 'Its files stay, marked, so that what was said of them can be checked.',
  },
  removed_for_legal_reasons: {
    badge: 'Files removed',
    title: 'The files of this release were removed for legal reasons',
    choice: 'The law demands that its files go',
    effect: 'Its files are deleted here for good. Their names, sizes and digests stay, and so does the log.',
  },
}
