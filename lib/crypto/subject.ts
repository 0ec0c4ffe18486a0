/**
 * Whom or what sealed values are about, and so what can be erased as a whole: one text of a dataset, or one person's
 * request, one volunteer's application, what one search looked for, who keeps copies, who sends by program. Each has a key of its own (subject-keys.ts).
 */
export type Subject =
  ItemSubject | RequestSubject | ApplicationSubject | SearchSubject | HolderSubject | SenderSubject
export type ItemSubject = { kind: 'item'; datasetId: string; digest: Uint8Array }
export type RequestSubject = { kind: 'request'; requestId: string }
export type ApplicationSubject = { kind: 'application'; applicationId: string }
export type SearchSubject = { kind: 'search'; searchId: string }
export type HolderSubject = { kind: 'holder'; holderId: string }
export type SenderSubject = { kind: 'sender'; senderId: string }

export const itemSubject = (datasetId: string, digest: Uint8Array): ItemSubject => ({
  kind: 'item',
  datasetId,
  digest,
})

export const applicationSubject = (applicationId: string): ApplicationSubject => ({
  kind: 'application',
  applicationId,
})

export const searchSubject = (searchId: string): SearchSubject => ({ kind: 'search', searchId })

export const holderSubject = (holderId: string): HolderSubject => ({ kind: 'holder', holderId })

export const senderSubject = (senderId: string): SenderSubject => ({ kind: 'sender', senderId })

export const requestSubject = (requestId: string): RequestSubject => ({ kind: 'request', requestId })
