import { z } from 'zod'
import { asks } from '@/lib/i18n/say'
import { BREAK, countsByCategory, DAILY, languagesInput, optionalCount, wholeNumber } from './input'
import { SOURCES } from './sources'
import { ACTIONS } from './status'
import { viewingInput, viewingSetHere } from './viewing'

/** A condition or a choice of a queue: nothing ticked is no condition. */
const anyOf = <T extends z.ZodType<string>>(value: T) =>
  z
    .array(value)
    .max(100)
    .default([])
    .transform((chosen) => (chosen.length > 0 ? [...new Set(chosen)] : null))

const severity = z.coerce.number(asks('queues.input.severity')).int().min(1).max(4)
const ticked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

const words = z
  .string()
  .max(4_000)
  .default('')
  .transform((text) => [...new Set(text.split(/[\s,]+/).filter((word) => word !== ''))])
  .transform((list) => (list.length > 0 ? list : null))

/** What the rules were when the form was opened (opened.ts). */
export const opened = z.string().max(64).optional()

export const from1To = (most: number) => wholeNumber(1, most)

/** The rules of a queue as its form sends them. */
export const queueRulesInput = z
  .object({
    datasetId: z.uuid(),
    /** Empty for a new one. */
    queueId: z
      .union([z.uuid(), z.literal('')])
      .optional()
      .transform((id) => id || null),
    name: z
      .string(asks('queues.input.name'))
      .trim()
      .min(1, asks('queues.input.name'))
      .max(80, asks('queues.input.characters', { n: '80' })),
    categories: anyOf(z.string().max(40)),
    minSeverity: severity,
    maxSeverity: severity,
    detectors: words,
    sources: anyOf(z.enum(SOURCES)),
    languages: languagesInput,
    quorum: from1To(9),
    slots: from1To(99),
    leadNeeded: ticked,
    /** Votes are shown to the reviewers who come after. */
    open: ticked,
    actions: anyOf(z.enum(ACTIONS)),
    dueHours: optionalCount(1, 87_600),
    audience: z.enum(['reviewer', 'lead'], asks('queues.input.audience')),
    covered: ticked,
    intent: z.enum(['preview', 'save']).default('save'),
    opened,
  })
  .refine(({ minSeverity, maxSeverity }) => minSeverity <= maxSeverity, {
    path: ['maxSeverity'],
    ...asks('queues.input.severities'),
  })
  .refine(({ quorum, slots }) => quorum <= slots, {
    path: ['slots'],
    ...asks('queues.input.slots'),
  })
  .transform(({ open, ...rest }) => ({ ...rest, blind: !open }))
export type QueueRulesInput = z.output<typeof queueRulesInput>

const thisQueue = { datasetId: z.uuid(), queueId: z.uuid() }
export const retireQueueInput = z.object(thisQueue)
export const moveQueueInput = z.object({
  ...thisQueue,
  by: z.enum(['up', 'down']),
  /** Its place, from 1, where the button was pressed. */
  from: z.coerce.number().int().positive().optional(),
})

/** What holds for all queues; limits of a category are in fields `cap.<category>` and `break.<category>`, empty for none. */
export const reviewSettingsInput = z
  .looseObject({
    datasetId: z.uuid(),
    minAccountDays: wholeNumber(0, 3_650),
    maintainersReview: ticked,
    /** Anybody can offer to review. */
    volunteers: ticked,
    opened,
    viewing: viewingInput,
    /** Categories whose ways of viewing the dataset sets; for the others those for all datasets hold. */
    viewOwn: z.array(z.string().max(40)).max(100).default([]),
  })
  .transform(
    (
      { datasetId, minAccountDays, maintainersReview, volunteers, opened, viewing, viewOwn, ...rest },
      context,
    ) => ({
      ...{ datasetId, minAccountDays, maintainersReview, volunteers, opened },
      viewing: viewingSetHere(viewOwn, viewing),
      dailyCaps: countsByCategory(rest, 'cap', DAILY, context),
      breaks: countsByCategory(rest, 'break', BREAK, context),
    }),
  )
export type ReviewSettingsInput = z.output<typeof reviewSettingsInput>
