import 'server-only'
import { env } from '@/lib/runtime/env'
import type { NoteVerifier } from '@/lib/tlog/note'
import { verifierOf } from '@/lib/tlog/verifiers'
import { verifyEd25519 } from './key'
import { sha256 } from './sha256'

/** Somebody else who signs that this log only ever grew, and where checkpoints are submitted to them. */
export type Witness = { name: string; vkey: string; url: string; verifier: NoteVerifier }

/** The witnesses of `WINNOW_WITNESSES`: for each its verifier key and its address. Throws on a key that is none. */
export function witnesses(setting = env().logWitnesses): Witness[] {
  const words = setting?.split(/\s+/).filter(Boolean) ?? []
  const found: Witness[] = []
  for (let i = 0; i < words.length; i += 2) found.push(witnessOf(words[i] ?? '', words[i + 1] ?? ''))
  return found
}

function witnessOf(vkey: string, url: string): Witness {
  const verifier = verifierOf(vkey, verifyEd25519, sha256)
  return { name: verifier.name, vkey, url: url.replace(/\/+$/, ''), verifier }
}
