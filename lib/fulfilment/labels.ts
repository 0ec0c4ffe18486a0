/** Days before a removal is due on which a release is published by itself. */
export const DEFAULT_MARGIN_DAYS = 2
export const MAX_MARGIN_DAYS = 14

/** Where else a dataset can be had, and what of it keeps what a release leaves out until somebody cleans it. */
export const CHECKLIST = {
  /** Old commits, forks and the references of pull requests serve a file for ever. */
  git: ['head', 'history', 'pull_requests', 'mirrors', 'caches'],
  /** And the Parquet files that were converted from it, on a branch of their own. */
  hugging_face: ['head', 'history', 'pull_requests', 'converted', 'mirrors', 'caches'],
  object_store: ['head', 'history', 'caches'],
  archive: ['head', 'history', 'mirrors'],
  mirror: ['head', 'history'],
  website: ['head', 'caches'],
} as const

export type HostKind = keyof typeof CHECKLIST
export type HostItem = (typeof CHECKLIST)[HostKind][number]

export const HOST_KINDS = ['git', 'hugging_face', 'object_store', 'archive', 'mirror', 'website'] as const
export const HOST_ITEMS = ['head', 'history', 'pull_requests', 'converted', 'mirrors', 'caches'] as const

export const itemsOf = (kind: HostKind): readonly HostItem[] => CHECKLIST[kind]
