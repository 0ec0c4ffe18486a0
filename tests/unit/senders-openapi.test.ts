import { expect, it } from 'vitest'
import { z } from 'zod'
import { callInput, SENDER_KINDS } from '@/lib/senders/input'
import { openapi } from '@/lib/senders/openapi'
import { submissionInput } from '@/lib/takedowns/input'

const described = z
  .object({
    components: z.object({
      schemas: z.record(
        z.string(),
        z.looseObject({
          required: z.array(z.string()).default([]),
          properties: z.record(
            z.string(),
            z.looseObject({
              ...{ enum: z.array(z.string()).optional(), const: z.unknown().optional() },
              items: z.looseObject({ enum: z.array(z.string()).optional() }).optional(),
            }),
          ),
        }),
      ),
    }),
  })
  .parse(openapi('https://winnow.example.net'))

/** A call with exactly what the description requires. */
function callOf(kind: (typeof SENDER_KINDS)[number]): Record<string, unknown> {
  const { required = [], properties = {} } = described.components.schemas[kind] ?? {}
  return {
    targets: ['https://a.example.org/1'],
    ...Object.fromEntries(
      required.map((name) => {
        const property = properties[name]
        const several = property?.items?.enum?.slice(0, 1)
        const value = several ?? property?.const ?? property?.enum?.[0] ?? 'A sentence of enough words.'
        return [name, name === 'dataset' ? 'forum' : name === 'targets' ? ['https://a.example.org/1'] : value]
      }),
    ),
  }
}
const accepts = (call: object) =>
  submissionInput.safeParse({ ...callInput.parse(call), email: 'rights@example.org' }).success

it.each(SENDER_KINDS)(
  'describes %s so that what it requires is enough, and nothing of it can be left out',
  (kind) => {
    const call = callOf(kind)
    expect(accepts(call)).toBe(true)
    for (const name of described.components.schemas[kind]?.required ?? []) {
      const { [name]: _, ...rest } = call
      expect(accepts(rest), name).toBe(false)
    }
  },
)

it('refers to nothing that it does not describe', () => {
  const text = JSON.stringify(openapi('https://winnow.example.net'))
  for (const [, name = ''] of text.matchAll(/#\/components\/schemas\/(\w+)/g))
    expect(Object.keys(described.components.schemas)).toContain(name)
})
