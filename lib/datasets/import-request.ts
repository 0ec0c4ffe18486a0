import { z } from 'zod'
import { asks } from '@/lib/i18n/say'

const fieldNames = z.array(z.string().min(1).max(200)).max(20)

/** What an import is asked to read, as it waits in `import_run`: blobs that are in the store, or web addresses. No row content. */
export const importRequest = z.object({
  sources: z
    .array(
      z.union([
        z.object({
          name: z.string().min(1).max(500),
          sha256: z.string().regex(/^[0-9a-f]{64}$/),
          bytes: z.number().int().nonnegative(),
        }),
        z.object({
          name: z.string().min(1).max(500),
          url: z.url({ protocol: /^https?$/, ...asks('imports.input.url') }),
        }),
      ]),
    )
    .min(1, asks('imports.input.noFile'))
    .max(1_000, asks('imports.input.mostFiles')),
  wishes: z
    .object({
      text: fieldNames.optional(),
      url: fieldNames.optional(),
      mediaHash: z.string().optional(),
      id: z.string().optional(),
      author: z.string().optional(),
      language: z.string().optional(),
    })
    .default({}),
  label: z.string().trim().max(100).nullish(),
})
export type ImportRequest = z.output<typeof importRequest>
