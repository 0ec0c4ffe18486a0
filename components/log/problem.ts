import type { useT } from '#i18n'
import { NoteError } from '@/lib/tlog/note'
import { TileError } from '@/lib/tlog/tile-reader'
import { ForgedNote, NotAnswered, NotServed } from './served-log'

/** What kept the browser from finding out. What the libraries say of it stays English, in brackets. */
export function problemIn(t: ReturnType<typeof useT<'proofs.problem'>>, error: unknown): string {
  if (error instanceof NotServed) return t('missing', { path: error.path })
  if (error instanceof NotAnswered) {
    const status = String(error.status)
    return error.path === undefined ? t('checkpoint', { status }) : t('tile', { path: error.path, status })
  }
  if (error instanceof ForgedNote) return t('forged', { name: error.signer })
  if (error instanceof NoteError)
    return error.code === 'no_known_signature' ? t('unsigned') : t('malformed', { says: error.message })
  if (error instanceof TileError) return t('otherTile', { says: error.message })
  if (error instanceof TypeError) return t('unreachable', { says: error.message })
  return error instanceof Error ? error.message : String(error)
}
