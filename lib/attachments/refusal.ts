/** Why a file is not taken. Each has a sentence in lib/i18n/messages (`attachments.refused`). */
export type Refusal =
  | 'empty'
  | 'archive'
  | 'markup'
  | 'picture'
  | 'document'
  | 'recording'
  | 'program'
  | 'unknown'
  | 'notUtf8'
  | 'appended'
  | 'damaged'
  | 'pixels'
  | 'pdfLocked'
  | 'pdfPages'
  | 'pdfUncounted'
  | 'pdfActive'

/** Thrown by whatever reads a file, and told with the name of the file. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused'
  constructor(readonly why: Refusal) {
    super(why)
  }
}
