/** The package has no types of its own; this is what our tests use of it. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http'

  type Claims = { sub: string } & Record<string, string | boolean>
  type Configuration = {
    clients: {
      client_id: string
      client_secret: string
      redirect_uris: string[]
    }[]
    claims: Record<string, string[]>
    cookies: { keys: string[] }
    jwks: { keys: object[] }
    pkce: { required: () => boolean }
    findAccount: (context: unknown, sub: string) => { accountId: string; claims: () => Claims } | undefined
  }

  export class Provider {
    constructor(issuer: string, configuration: Configuration)
    callback(): RequestListener
  }
}
