import 'server-only'
import type { Db, Tx } from '@/db/client'
import { AEAD_OVERHEAD, decrypt, encrypt } from './aead'
import { isInstanceSealed, open } from './seal'
import { keysById, type SubjectKey } from './subject-keys'

/** Layout: version 0x02 ‖ id of the subject's key (16) ‖ box (aead.ts). The box is bound to all before it and to its place. */
const VERSION = 2
const HEAD = 1 + 16

/**
 * Where a sealed value belongs. It is authenticated with the value: one that was moved to another subject, another column or,
 * for an opening, another entry does not open.
 */
export type Place =
  | 'item_content'
  | 'takedown_contact'
  | 'takedown_target'
  | 'takedown_reservation'
  | 'takedown_word'
  | 'takedown_answer'
  | 'takedown_attachment'
  | 'takedown_attachment.content'
  | 'takedown_proof'
  | 'takedown_owner_window'
  | 'takedown_clock_event.note'
  | 'mail_message'
  | 'volunteer_application'
  | 'copy_holder'
  | 'copy_vetting.reason'
  | 'sender'
  | 'review.note'
  | 'case_note.note'
  | 'appeal.grounds'
  | 'court_filing'
  | 'authority_report'
  | 'sender_measure.grounds'
  | 'case_search.query'
  | 'lookup_search'
  | 'held_vote'
  | 'decision.note'
  | 'golden_item.rationale'
  | 'golden_item.retired_note'
  | 'golden_serving.objection'
  | `log_opening/${string}`

/** Encrypts what is about a subject, under the subject's own key. */
export function sealFor({ id, key }: SubjectKey, place: Place, plaintext: Uint8Array): Buffer {
  const head = Buffer.concat([Buffer.of(VERSION), Buffer.from(id.replaceAll('-', ''), 'hex')])
  return Buffer.concat([head, encrypt(key, boundTo(head, place), plaintext)])
}

export const sealJsonFor = (key: SubjectKey, place: Place, value: unknown): Buffer =>
  sealFor(key, place, Buffer.from(JSON.stringify(value)))

export type Sealed = { place: Place; sealed: Uint8Array }

/**
 * Decrypts many values with one query for their keys, in their order; null where the key was destroyed. Values from before
 * subjects had keys open under the instance's. Throws when a byte was changed, or a value stands where it does not belong.
 */
export async function openAll(on: Db | Tx, values: readonly Sealed[]): Promise<(Buffer | null)[]> {
  const ids = values.flatMap(({ sealed }) => keyIdIn(sealed) ?? [])
  const keys = await keysById(on, ids)
  return values.map(({ place, sealed }) => {
    const id = keyIdIn(sealed)
    if (id === null) return open(sealed)
    const key = keys.get(id)
    return key ? decrypt(key.key, boundTo(sealed.subarray(0, HEAD), place), sealed.subarray(HEAD)) : null
  })
}

/** One value, as JSON; null when its key was destroyed. */
export async function openJsonOf(on: Db | Tx, value: Sealed): Promise<unknown> {
  const [opened] = await openAll(on, [value])
  return opened ? JSON.parse(opened.toString('utf8')) : null
}

/** The id of the key that a value names; null for one sealed under the instance. */
export function keyIdIn(sealed: Uint8Array): string | null {
  if (isInstanceSealed(sealed)) return null
  if (sealed[0] !== VERSION || sealed.length < HEAD + AEAD_OVERHEAD) throw new Error('not a sealed value')
  const hex = Buffer.from(sealed.subarray(1, HEAD)).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const boundTo = (head: Uint8Array, place: Place) =>
  Buffer.concat([Buffer.from(`winnow-sealed/2\n${place}\n`), head])
