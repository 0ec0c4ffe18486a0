import { z } from 'zod'
import { asks } from '@/lib/i18n/say'
import { parseReasons } from './reason-lines'

/** A ground for a decision, as a policy version words it. */
export const reasonInput = z.object({
  code: z
    .string()
    .regex(/^[a-z0-9]+([._-][a-z0-9]+)*$/, asks('policies.input.code'))
    .max(60),
  category: z.string().min(1),
  label: z.string().trim().min(1).max(120),
  guidance: z.string().trim().max(2000).default(''),
  actions: z.array(z.enum(['keep', 'remove', 'redact', 'restrict', 'label'])).min(1),
})

export const publishPolicyInput = z.object({
  /** Null: the default of this instance, for datasets without one of their own. */
  dataset: z.string().nullable(),
  text: z.string().trim().min(1, asks('policies.input.text')).max(100_000),
  reasons: z
    .array(reasonInput)
    .min(1, asks('policies.input.noReason'))
    .refine(
      (reasons) => new Set(reasons.map((r) => r.code)).size === reasons.length,
      asks('policies.input.twice'),
    ),
  /** The version in force when its writer began; another one by now is not written over unseen. */
  basedOn: z.uuid().optional(),
})

/** The policy form of a dataset: reason codes as lines of text, see reason-lines.ts. */
export const policyForm = z
  .object({
    dataset: z.string().min(1).nullable(),
    basedOn: z.uuid().optional(),
    text: z.string(),
    reasons: z
      .string()
      .max(100_000)
      .transform((text, context) => {
        const { reasons, errors } = parseReasons(text)
        for (const message of errors.slice(0, 5)) context.addIssue({ code: 'custom', message })
        return reasons
      }),
  })
  .pipe(publishPolicyInput)

export type ReasonInput = z.infer<typeof reasonInput>
export type PublishPolicyInput = z.infer<typeof publishPolicyInput>
