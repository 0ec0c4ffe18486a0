import { z } from 'zod'
import { asks } from '@/lib/i18n/say'

const lines = (text: string) => text.replace(/\r\n?/g, '\n').replace(/\0/g, '').trim()

export const noteInput = z.object({
  datasetId: z.uuid(),
  caseId: z.uuid(),
  text: z
    .string(asks('review.note.empty'))
    .transform(lines)
    .pipe(
      z
        .string()
        .min(1, asks('review.note.empty'))
        .max(5_000, asks('review.input.long', { most: '5000' })),
    ),
  /** `public`: a lead's word to those who asked for the case to be decided. */
  audience: z.enum(['team', 'public']).default('team'),
})
export type NoteInput = z.output<typeof noteInput>
