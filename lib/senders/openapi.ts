import 'server-only'
import { attestationField, attestationsOf, CURRENT_ATTESTATION } from '@/lib/takedowns/attestations'
import { askedIn } from '@/lib/takedowns/form-version'
import { questionsOf } from '@/lib/takedowns/kinds'
import { MAX_LISTED } from '@/lib/takedowns/parse-targets'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { SENDER_KINDS } from './input'

type Kind = (typeof SENDER_KINDS)[number]
type Schema = Record<string, unknown>

/** The description of POST /api/v1/takedowns (OpenAPI 3.1), made from the forms themselves: it cannot ask for anything else. */
export const openapi = (url: string): Schema => ({
  openapi: '3.1.0',
  info: { title: 'Takedown requests by program', version: '1' },
  servers: [{ url }],
  security: [{ token: [] }],
  paths: {
    '/api/v1/takedowns': {
      post: {
        operationId: 'sendTakedown',
        summary: 'Sends a request of an organisation that an admin of this instance has checked',
        parameters: [
          {
            ...{ name: 'Idempotency-Key', in: 'header', required: true },
            schema: { type: 'string', pattern: '^[\\x21-\\x7e]{8,200}$' },
            description: 'The same key with the same body is the same call.',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                oneOf: SENDER_KINDS.map((kind) => ({ $ref: `#/components/schemas/${kind}` })),
                discriminator: { propertyName: 'kind' },
              },
            },
          },
        },
        responses: {
          '201': answer('Received, and worked on from now.'),
          '200': answer('This call was answered before, like this.'),
          '401': refusal('No token, or one that does not work.'),
          '403': refusal('The token is not for this kind of request, or not for this dataset.'),
          '409': refusal('The key was used with another body.'),
          '422': refusal('A field is missing or wrong: `fields` says which.'),
          '429': refusal('More requests than the token is for in an hour.'),
        },
      },
    },
  },
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    schemas: {
      ...Object.fromEntries(SENDER_KINDS.map((kind) => [kind, requestOf(kind)])),
      answer: {
        type: 'object',
        required: [...Object.keys(ANSWERED), 'beside', 'not_understood'],
        properties: {
          ...ANSWERED,
          beside: {
            type: 'array',
            description: 'A request of its own for each other dataset that links lead into.',
            items: { type: 'object', required: Object.keys(ANSWERED), properties: ANSWERED },
          },
          not_understood: {
            type: 'array',
            items: {
              type: 'object',
              required: ['line', 'text', 'why'],
              properties: {
                field: {
                  type: 'string',
                  enum: ['identifiers'],
                  description: 'Where the line stands; without it, among the targets.',
                },
                line: { type: 'integer' },
                text: { type: 'string' },
                why: { type: 'string' },
              },
            },
          },
        },
      },
      refusal: {
        type: 'object',
        properties: {
          error: {
            type: 'object',
            properties: {
              code: { type: 'string' },
              message: { type: 'string' },
              fields: { type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } },
            },
          },
        },
      },
    },
  },
})

/** What is answered about each request that a call became. */
const ANSWERED = {
  dataset: { type: 'string', description: 'Its short name in addresses.' },
  reference: { type: 'string' },
  tracking: { type: 'string', format: 'uri', description: 'The private page of the request.' },
  understood: { type: 'integer', description: 'How many locators were understood.' },
} as const

/** The fields of the form of a kind: its questions, and its declarations as `true`. The address is the sender's own. */
function requestOf(kind: Kind): Schema {
  const asked = askedIn('en-GB', kind)
  const questions = questionsOf(kind).filter(({ name }) => name !== 'email')
  const declared = attestationsOf(CURRENT_ATTESTATION[kind])
  const texts: Record<string, Record<string, { text: string }>> = CATALOGUES['en-GB'].takedowns.attestations
  const lines = { type: 'array', items: { type: 'string' }, maxItems: MAX_LISTED }
  return {
    type: 'object',
    required: [
      ...['kind', 'dataset', ...(kind === 'privacy' ? [] : ['targets'])],
      ...questions.filter(({ min }) => min > 0).map(({ name }) => name),
      ...declared.map(({ key }) => attestationField(key)),
    ],
    properties: {
      kind: { const: kind },
      dataset: { type: 'string', description: 'Its short name in addresses.' },
      targets: { oneOf: [{ type: 'string' }, lines], description: 'Where it is, one thing per line.' },
      locators: { ...lines, description: 'The same for long lists: addresses, rows, ids, digests.' },
      ...Object.fromEntries(
        questions.map(({ name, type, min, max, options }) => {
          const one = options ? { enum: options.filter(({ lane }) => !lane).map(({ value }) => value) } : {}
          const description = asked[name]
          if (type === 'checks')
            return [
              name,
              {
                ...{ type: 'array', items: { type: 'string', ...one }, uniqueItems: true, description },
                ...(min > 0 ? { minItems: 1 } : {}),
              },
            ]
          const lengths = { maxLength: max, ...(min > 0 ? { minLength: min } : {}) }
          return [name, { ...{ type: 'string', description }, ...lengths, ...one }]
        }),
      ),
      ...Object.fromEntries(
        declared.map(({ key }) => [
          attestationField(key),
          { const: true, description: texts[CURRENT_ATTESTATION[kind]]?.[key]?.text },
        ]),
      ),
    },
  }
}

const answer = (description: string): Schema => ({ description, content: json('answer') })
const refusal = (description: string): Schema => ({ description, content: json('refusal') })
const json = (name: string): Schema => ({
  'application/json': { schema: { $ref: `#/components/schemas/${name}` } },
})
