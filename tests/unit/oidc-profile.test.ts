import { describe, expect, it } from 'vitest'
import { readProfile } from '@/lib/auth/oidc-profile'

const token = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`
const issuer = (answer: object, endpoint = 'https://issuer.test/me') => {
  const asked: string[] = []
  return {
    asked,
    issuer: { metadata: { userinfo_endpoint: endpoint || undefined } },
    userinfo: async (accessToken: string): Promise<unknown> => {
      asked.push(accessToken)
      return answer
    },
  }
}

describe('who an OpenID issuer says has signed in', () => {
  it('is read from the ID token when it says everything', async () => {
    const client = issuer({ sub: 'a', email: 'other@example.org', email_verified: true })
    const told = { sub: 'a', email: 'a@example.org', email_verified: false }
    expect(await readProfile(client, { id_token: token(told), access_token: 't' })).toEqual(told)
    expect(client.asked).toEqual([])
  })

  it('is asked for at the UserInfo endpoint when it does not', async () => {
    const client = issuer({ sub: 'a', email: 'a@example.org', email_verified: true, name: 'A' })
    expect(await readProfile(client, { id_token: token({ sub: 'a' }), access_token: 't' })).toEqual({
      sub: 'a',
      email: 'a@example.org',
      email_verified: true,
      name: 'A',
    })
    expect(client.asked).toEqual(['t'])
  })

  it('is refused when the UserInfo endpoint talks about somebody else', async () => {
    const client = issuer({ sub: 'b', email: 'b@example.org', email_verified: true })
    await expect(readProfile(client, { id_token: token({ sub: 'a' }), access_token: 't' })).rejects.toThrow(
      'somebody else',
    )
  })

  it('is what the ID token says when there is no UserInfo endpoint', async () => {
    const client = issuer({ sub: 'a', email: 'a@example.org' }, '')
    expect(await readProfile(client, { id_token: token({ sub: 'a' }), access_token: 't' })).toEqual({
      sub: 'a',
    })
  })

  it('is refused without a subject', async () => {
    await expect(readProfile(issuer({}), { id_token: token({}), access_token: 't' })).rejects.toThrow()
  })
})
