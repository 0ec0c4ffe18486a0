import 'server-only'
import { headers } from 'next/headers'
import type { Visitor } from '@/lib/auth/actor'
import { fingerprint } from '@/lib/crypto/seal'
import { clientAddress } from '@/lib/http/client-address'

/** The caller of the current request as a visitor: a keyed fingerprint of their network, for limits only. */
export async function currentVisitor(): Promise<Visitor> {
  const address = clientAddress(await headers(), process.env.TRUSTED_PROXIES)
  return { kind: 'visitor', network: fingerprint('network', address).toString('hex') }
}
