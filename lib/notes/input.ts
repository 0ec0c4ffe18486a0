import { z } from 'zod'

const lines = (text: string) => text.replace(/\r\n?/g, '\n').replace(/\0/g, '').trim()

export const noteInput = z.object({
  datasetId: z.uuid(),
  caseId: z.uuid(),
  text: z
    .string({ error: 'Write something.' })
    .transform(lines)
    .pipe(z.string().min(1, 'Write something.').max(5_000, 'At most 5000 characters.')),
  /** `public`: a lead's word to those who asked for the case to be decided. */
  audience: z.enum(['team', 'public']).default('team'),
})
export type NoteInput = z.output<typeof noteInput>
