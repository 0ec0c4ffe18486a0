import { random as seededRandom } from '@/lib/demo/random'
/**
 * One text and more for every detector, all made up: documentation ranges where a detector flags those, published
 * test numbers where it needs check digits. Tokens are put together here so that no file of ours holds one.
 */
const repeat = (text: string, length: number) => text.repeat(Math.ceil(length / text.length)).slice(0, length)
const ALNUM = 'a1B2c3D4e5F6g7H8i9J0'
const HEX = '0a1b2c3d4e5f6789'

export const TOKENS: Record<string, string> = {
  'github-token': 'ghp_' + repeat(ALNUM, 36),
  'gitlab-token': 'glpat-' + repeat(ALNUM, 20),
  'aws-access-key': 'AKIA' + repeat('Q7R2S3T4', 16),
  'google-api-key': 'AIza' + repeat(ALNUM, 35),
  'npm-token': 'npm_' + repeat(ALNUM, 36),
  'huggingface-token': 'hf_' + repeat('aBcDeFgHiJ', 34),
  'anthropic-key': 'sk-ant-' + 'api03-' + repeat(ALNUM, 93),
  'stripe-key': 'sk_live_' + repeat(ALNUM, 24),
  'slack-token': 'xoxb-' + '123456789012-' + repeat(ALNUM, 24),
  'sendgrid-key': 'SG.' + repeat(ALNUM, 22) + '.' + repeat(ALNUM, 43),
  'telegram-bot-token': '123456789:AA' + repeat(ALNUM, 33),
  'mailchimp-key': repeat(HEX, 32) + '-us12',
  'digitalocean-token': 'dop_v1_' + repeat(HEX, 64),
  jwt: 'eyJ' + repeat(ALNUM, 20) + '.eyJ' + repeat(ALNUM, 40) + '.' + repeat(ALNUM, 43),
  'password-hash': '$2b$12$' + repeat(ALNUM, 53),
  'private-key':
    '-----BEGIN RSA ' + 'PRIVATE KEY-----\n' + repeat(ALNUM, 64) + '\n-----END RSA ' + 'PRIVATE KEY-----',
}

/** Each holds something of its detector and type. */
export const SAMPLES: readonly { detector: string; type: string; text: string }[] = [
  { detector: 'email', type: 'email', text: 'Write to jane.doe+lists@mail.example.org, please.' },
  { detector: 'email', type: 'email', text: 'zoë@exämple.example' },
  { detector: 'phone', type: 'phone', text: 'Ring +44 20 7946 0958 after six' },
  { detector: 'phone', type: 'phone', text: 'or (212) 555-0143 ext. 12' },
  { detector: 'phone', type: 'phone', text: 'Tel.: 612 345 678' },
  { detector: 'ip', type: 'ipv4', text: 'seen from 81.2.69.142 twice' },
  { detector: 'ip', type: 'ipv6', text: 'and from 2606:4700:4700::1111 once' },
  { detector: 'credit-card', type: 'credit-card', text: 'paid with 4111 1111 1111 1111 today' },
  { detector: 'credit-card', type: 'credit-card', text: 'paid with 378282246310005 today' },
  { detector: 'iban', type: 'iban', text: 'to GB82 WEST 1234 5698 7654 32' },
  { detector: 'iban', type: 'iban', text: 'to de89370400440532013000' },
  { detector: 'national-id', type: 'us-ssn', text: 'SSN 219-09-9998' },
  { detector: 'national-id', type: 'es-dni', text: 'DNI 12345678Z' },
  { detector: 'national-id', type: 'br-cpf', text: '390.533.447-05' },
  { detector: 'national-id', type: 'fi-hetu', text: '131052-308T' },
  ...Object.entries(TOKENS).map(([type, token]) => ({
    detector: 'secrets',
    type,
    text: `token ${token} end`,
  })),
  { detector: 'secrets', type: 'password', text: 'DB_PASSWORD = "c0rrect-h0rse"' },
  { detector: 'secrets', type: 'api-key', text: `api_key: ${repeat(HEX, 32)}` },
  { detector: 'secrets', type: 'url-login', text: 'postgres://winnow:s3cr3t-w0rd@db.internal/winnow' },
  { detector: 'copyright-notice', type: 'copyright-notice', text: 'Copyright (c) 2019 Jane Doe' },
  { detector: 'copyright-notice', type: 'copyright-notice', text: '© Example Press' },
  { detector: 'copyright-notice', type: 'rights-reserved', text: 'ALL RIGHTS\nRESERVED.' },
  { detector: 'licence-notice', type: 'identifier', text: '// SPDX-License-Identifier: Apache-2.0 OR MIT' },
  { detector: 'licence-notice', type: 'permissive', text: 'Permission is hereby\n# granted, free of charge' },
  { detector: 'licence-notice', type: 'copyleft', text: 'under the GNU General Public License' },
  { detector: 'licence-notice', type: 'restricted', text: 'CC BY-NC 4.0' },
]

const FILLER = [
  'plain words',
  ' ',
  '\n',
  '\u{1f600}',
  '\ud800',
  'e\u0301',
  '\u202e',
  '<b>',
  '12',
  '@',
  '. ',
  '"',
  '—',
  '9.',
  'ſ',
  'K',
]

/** Random texts: samples between fillers, sometimes cut in the middle, sometimes in other case. */
export function* randomTexts(count: number, seed = 1): Iterable<string> {
  const { next: random } = seededRandom(seed)
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  for (let i = 0; i < count; i++) {
    let text = ''
    for (let parts = Math.floor(random() * 8); parts >= 0; parts--) {
      const sample = pick(SAMPLES)?.text ?? ''
      const cut =
        random() < 0.2
          ? sample.slice(Math.floor(random() * 8), sample.length - Math.floor(random() * 8))
          : sample
      const odd = random() < 0.1 ? cut.replace(/s/, 'ſ').replace(/k/, '\u212a') : cut
      text += random() < 0.5 ? pick(FILLER) : random() < 0.15 ? odd.toUpperCase() : odd
      if (random() < 0.7) text += pick(FILLER)
    }
    yield text
  }
}
