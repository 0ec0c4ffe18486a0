import 'server-only'
import { z } from 'zod'

/** What an issuer says of somebody. */
export type OidcProfile = z.infer<typeof profileSchema>

const profileSchema = z.object({
  sub: z.string().min(1),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
  name: z.string().optional(),
})

/** The part of an OpenID client that is used here. */
type Client = {
  issuer: { metadata: { userinfo_endpoint?: string } }
  userinfo: (accessToken: string) => Promise<unknown>
}
type Tokens = { id_token?: string; access_token?: string }

/**
 * Who has signed in, from tokens that were verified. What `scope` asks for is told at the UserInfo endpoint, and only some
 * issuers repeat it in the ID token (OpenID Connect Core 5.4). Throws when the two are about different people (5.3.2).
 */
export async function readProfile(client: Client, tokens: Tokens): Promise<OidcProfile> {
  const told = profileSchema.parse(payloadOf(tokens.id_token))
  const complete = told.email !== undefined && told.email_verified !== undefined
  if (complete || !tokens.access_token || !client.issuer.metadata.userinfo_endpoint) return told
  const more = profileSchema.parse(await client.userinfo(tokens.access_token))
  if (more.sub !== told.sub)
    throw new Error('the UserInfo endpoint answered about somebody else than the ID token')
  return { ...told, ...more }
}

export const parseProfile = (profile: unknown): OidcProfile => profileSchema.parse(profile)

function payloadOf(idToken = ''): unknown {
  const [, payload = ''] = idToken.split('.')
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
}
