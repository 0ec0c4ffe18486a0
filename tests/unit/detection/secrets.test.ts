import { describe, expect, it } from 'vitest'
import { SECRET_RULES } from '@/lib/detection/data/secret-rules'
import { scanItem } from '@/lib/detection/scan'
import { sliceCodePoints } from '@/lib/text/code-points'
import { TOKENS } from './samples'

function found(text: string): [string, string][] {
  return scanItem({ text })
    .findings.filter(({ category }) => category === 'secrets')
    .flatMap(({ type, spans }) =>
      spans.map(({ start, end }): [string, string] => [type, sliceCodePoints(text, start, end)]),
    )
}

describe('tokens', () => {
  it.each(Object.entries(TOKENS))('covers the whole %s and nothing else', (type, token) => {
    expect(found(`see "${token}", ok`)).toContainEqual([type, token])
  })

  it.each(
    Object.entries(TOKENS).filter(
      ([type]) => !['private-key', 'password-hash', 'mailchimp-key', 'telegram-bot-token'].includes(type),
    ),
  )('takes %s inside a longer word for something else', (_, token) => {
    expect(found(`abc${token}`).map(([type]) => type)).not.toContain(token)
    expect(found(`x${token}`).filter(([, value]) => value === token)).toEqual([])
  })

  it('a private key that was cut off is still one', () => {
    expect(found('-----BEGIN ' + 'PRIVATE KEY-----\nMIIEvQIBADANBg')[0]?.[0]).toBe('private-key')
  })

  it.each(['ghp_' + 'x'.repeat(36), 'AKIA' + 'X'.repeat(16), 'sk_live_' + '0'.repeat(24)])(
    'a placeholder is no token: %s',
    (text) => {
      expect(found(text)).toEqual([])
    },
  )

  it('every rule has bounded quantifiers only', () => {
    for (const { rest, lead = '' } of SECRET_RULES) {
      const quantifiers = (rest + lead).replace(/\[(?:\\.|[^\]\\])*\]/g, 'C').replace(/\\./g, 'E')
      expect(quantifiers).not.toMatch(/[*+]|\{\d+,\}/)
    }
  })
})

describe('assigned secrets', () => {
  it.each([
    ['password = "c0rrect-h0rse"', 'password', 'c0rrect-h0rse'],
    ["'db_password' => 'c0rrect-h0rse',", 'password', 'c0rrect-h0rse'],
    ['PASSWORD=c0rrect-h0rse', 'password', 'c0rrect-h0rse'],
    ['the password is "Tr0ub4dor"', 'password', 'Tr0ub4dor'],
    ['api_key: 0a1b2c3d4e5f67890a1b2c3d4e5f6789', 'api-key', '0a1b2c3d4e5f67890a1b2c3d4e5f6789'],
    ['Authorization: Bearer 0a1b2c3d4e5f67890a1b2c3d', 'authorization-header', '0a1b2c3d4e5f67890a1b2c3d'],
    ['postgres://winnow:s3cr3t@db.example/winnow', 'url-login', 'winnow:s3cr3t'],
    ['Server=db;User Id=app;Password=s3cr3t;', 'connection-string', 's3cr3t'],
    ['machine h login me password s3cr3tw', 'netrc-login', 's3cr3tw'],
  ])('finds the value: %s', (text, type, value) => {
    expect(found(text)).toContainEqual([type, value])
  })

  it.each([
    'password = getPassword()',
    'password = process.env.PASSWORD',
    'password: ${DB_PASSWORD}',
    'password: <your password>',
    'password = "********"',
    'password = "changeme"',
    'password: string',
    'The password must hold eight characters.',
    'api_key: your-api-key-goes-here',
    'token = tokens.next.value',
    'const token = await fetchToken(user1, user2)',
    'https://example.org:8080/path@2x',
    'secret: true',
  ])('takes no code, variable or placeholder for one: %s', (text) => {
    expect(found(text)).toEqual([])
  })
})
