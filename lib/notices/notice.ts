/** Where something stands in `Notice.text`, in UTF-16 units: `start` is the first, `end` the one behind the last. */
export type Span = { start: number; end: number }

/** Something that was read: what, where, and how sure it is (0 to 1). */
export type Found<Value = string> = { value: Value; span: Span; sure: number }

/**
 * `takedown` asks for removal, `counternotice` for what was removed to come back, `retraction` takes an earlier letter back,
 * `reversal` is a host's own word that it put something back.
 */
export type NoticeType = 'takedown' | 'counternotice' | 'retraction' | 'reversal'

/** What a web address is in the letter. `notice` = a letter it answers; `kept` = what a partial retraction leaves removed. */
export type LinkRole = 'material' | 'fork' | 'work' | 'notice' | 'kept' | 'mention'

export type Link = {
  /** As written, joined where a line end tore it; with a scheme. */
  url: string
  span: Span
  role: LinkRole
  sure: number
  /** What it leads to, where one name for it exists: a repository, a gist, a hosted site, else the page. */
  place: Place
}

export type Place = {
  kind: 'repository' | 'gist' | 'site' | 'asset' | 'account' | 'page'
  /** Equal for addresses of the same thing: `github.com/owner/name`. */
  key: string
}

/** How far the letter reaches beyond the addresses that it lists. */
export type Scope = {
  /** "The entire repository". */
  whole: Found<true> | null
  /** "And all forks". */
  forks: Found<true> | null
  /** "A representative list", 17 U.S.C. § 512(c)(3)(A)(ii). */
  representative: Found<true> | null
  /** Of a retraction. */
  partial: Found<true> | null
}

export type Relation = 'owner' | 'agent'

/** What the law wants in a letter; the names are those of `ELEMENTS`. */
export type Element = {
  id: ElementId
  state: 'present' | 'missing' | 'blacked_out'
  span: Span | null
  sure: number
}

export type ElementId =
  | 'signature'
  | 'work'
  | 'material'
  | 'contact'
  | 'good_faith'
  | 'accuracy'
  | 'removed_material'
  | 'mistake'
  | 'address_and_phone'
  | 'jurisdiction'
  | 'service'
  | 'request'

export type Party = {
  name: Found | null
  email: Found | null
  phone: Found | null
  postal: Found | null
  /** Whom the sender speaks for. */
  represents: Found | null
  relation: Found<Relation> | null
}

export type Notice = {
  /** What the spans point into. */
  text: string
  language: 'en' | 'de'
  /** `sure` falls when two types fit. */
  type: Found<NoticeType> & { runnerUp: NoticeType | null }
  works: Found[]
  links: Link[]
  /** The distinct places that the letter is about. */
  places: string[]
  scope: Scope
  elements: Element[]
  party: Party
  signature: Found | null
}
