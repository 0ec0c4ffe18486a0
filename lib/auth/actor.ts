/** Dataset roles, weakest first: a lead may do what a reviewer may. A maintainer publishes and imports, and reviews only as what else they are. */
export type DatasetRole = 'reviewer' | 'lead' | 'maintainer'
export type SiteRole = 'admin' | 'safety_officer' | 'auditor'

export type Member = {
  kind: 'member'
  id: string
  name: string
  pseudonym: string
  site: readonly SiteRole[]
  /** dataset id → roles there */
  roles: Readonly<Record<string, readonly DatasetRole[]>>
}

/** Somebody without an account, known only by a keyed fingerprint of their network address (for limits). */
export type Visitor = { kind: 'visitor'; network: string }

/** A requester who holds the tracking link of one request. */
export type Requester = { kind: 'requester'; requestId: string }

/** The product itself: a job, the first start. */
export type System = { kind: 'system'; name: string }

/** Whoever does something. Built only in lib/auth, from the database, on each request. */
export type Actor = Member | Visitor | Requester | System

/** How facts name their actor: never null, never an address or a name. */
export function actorRef(actor: Actor): string {
  switch (actor.kind) {
    case 'member':
      return `member:${actor.id}`
    case 'visitor':
      return 'visitor'
    case 'requester':
      return `requester:${actor.requestId}`
    case 'system':
      return `system:${actor.name}`
  }
}
