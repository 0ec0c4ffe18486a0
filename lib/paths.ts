/** Every address of the product. Pure: pages, actions, mails and tests build links here and nowhere else. */
const query = (params: Record<string, string | number | undefined>) => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(params))
    if (value !== undefined && value !== '') search.set(name, String(value))
  const text = search.toString()
  return text ? `?${text}` : ''
}

export const paths = {
  home: () => '/',
  signIn: (back?: string) => `/sign-in${query({ callbackUrl: back })}`,
  setUp: () => '/set-up',

  datasets: () => '/datasets',
  dataset: (slug: string) => `/datasets/${slug}`,
  revision: (slug: string, number: number) => `/datasets/${slug}/revisions/${number}`,
  /** A row by what it says, or by its place (from 0): an address that shows nothing of it, to point at it in a request. */
  item: (slug: string, digest: string) => `/datasets/${slug}/items/${digest}`,
  revisionRow: (slug: string, number: number, file: string, row: number) =>
    `/datasets/${slug}/revisions/${number}${query({ file, row })}`,
  /** The same where somebody of its team reports it. */
  revisionRowReport: (slug: string, number: number, file: string, row: number): string =>
    `${paths.revisionRow(slug, number, file, row)}#report`,
  quarantine: (slug: string, number: number) => `/datasets/${slug}/revisions/${number}/quarantine`,
  release: (slug: string, version: string) => `/datasets/${slug}/releases/${version}`,
  releaseFile: (slug: string, version: string, path: string) =>
    `/datasets/${slug}/releases/${version}/files/${path}`,
  releaseBag: (slug: string, version: string) => `/datasets/${slug}/releases/${version}/bag.zip`,
  releaseWithdraw: (slug: string, version: string) => `/datasets/${slug}/releases/${version}/withdraw`,
  releaseDiff: (slug: string, version: string) => `/datasets/${slug}/releases/${version}/diff`,
  releaseDiffFile: (slug: string, version: string) => `/datasets/${slug}/releases/${version}/diff.json`,
  datasetNew: () => '/datasets/new',
  datasetImport: (slug: string) => `/datasets/${slug}/import`,
  datasetPublish: (slug: string) => `/datasets/${slug}/publish`,
  /** `ended`: its reader has just ended one. */
  exclusions: (slug: string, ended = false) =>
    `/datasets/${slug}/exclusions${query({ ended: ended ? 1 : undefined })}`,
  exclusion: (slug: string, id: string) => `/datasets/${slug}/exclusions/${id}`,
  datasetSettings: (slug: string) => `/datasets/${slug}/settings`,
  /** `done`: its reader has just changed them. */
  datasetQueues: (slug: string, done = false) =>
    `/datasets/${slug}/queues${query({ done: done ? 1 : undefined })}`,
  /** The rules of one queue, or of a `new` one. */
  datasetQueue: (slug: string, id: string) => `/datasets/${slug}/queues/${id}`,
  /** Which detectors look at a dataset, and those that are paused. `settled`: what a lead just made of a paused one. */
  detectors: (slug: string, settled?: 'known' | 'dropped') =>
    `/datasets/${slug}/detectors${query({ settled })}`,
  golden: (slug: string) => `/datasets/${slug}/golden`,
  goldenItem: (slug: string, id: string) => `/datasets/${slug}/golden/${id}`,
  /** `caseId`: the decided case that becomes one. */
  goldenNew: (slug: string, caseId: string) => `/datasets/${slug}/golden/new${query({ case: caseId })}`,
  policy: (slug: string) => `/datasets/${slug}/policy`,
  policyEdit: (slug: string) => `/datasets/${slug}/policy/edit`,

  /** Offering to review; `dataset`: its slug. */
  join: (dataset?: string) => `/join${query({ dataset })}`,
  joinSent: () => '/join/sent',
  joinConfirm: (token: string) => `/join/confirm/${token}`,
  joined: () => '/join/confirmed',

  /** Being told what has to go from copies; `dataset`: its slug. */
  copies: (dataset?: string) => `/copies${query({ dataset })}`,
  copiesSent: () => '/copies/sent',
  copiesConfirm: (token: string) => `/copies/confirm/${token}`,
  copiesPage: (token: string) => `/copies/holder/${token}`,
  copiesLeft: () => '/copies/left',
  /** The signed list for a holder of copies; `restricted`: with the rows that only those who were checked are told. */
  copiesPending: (
    token: string,
    slug: string,
    { profile, restricted = false }: { profile?: string; restricted?: boolean } = {},
  ) => `/copies/holder/${token}/pending/${slug}${restricted ? '/restricted' : ''}${query({ profile })}`,
  /** Those who keep copies of a dataset, and the other places where it can be had. */
  datasetCopies: (slug: string) => `/datasets/${slug}/copies`,
  pendingRemovals: (slug: string) => `/datasets/${slug}/pending-removals.json`,
  /** The log's proof of an entry about a request. */
  takedownProof: (token: string, entryId: string) => `/takedowns/track/${token}/proofs/${entryId}`,
  requestProof: (id: string, entryId: string) => `/requests/${id}/proofs/${entryId}`,

  /** `asked`: what was answered so far on the way to the right form; `target`: what it is about, as it would be typed. */
  takedowns: (asked: { what?: string; then?: string; dataset?: string; target?: string } = {}) =>
    `/takedowns${query(asked)}`,
  /** `chosen`: choices of the form that are made already. */
  takedownNew: (kind?: string, dataset?: string, chosen: Record<string, string> = {}) =>
    `/takedowns/new${query({ kind, dataset, ...chosen })}`,
  takedownFromNotice: (dataset?: string) => `/takedowns/new/from-notice${query({ dataset })}`,
  /** What cannot wait for a form. `about`: which of the two. */
  takedownUrgent: (asked: { about?: string; dataset?: string; target?: string } = {}) =>
    `/takedowns/urgent${query(asked)}`,
  takedownHelp: (asked: { about?: string; country?: string } = {}) => `/takedowns/urgent/help${query(asked)}`,
  takedownSent: () => '/takedowns/sent',
  takedownConfirm: (token: string) => `/takedowns/confirm/${token}`,
  /** `first`: just confirmed; the page says to keep its address, and those of what was sent with it. */
  takedownTrack: (token: string, first = false, also: readonly string[] = []) =>
    `/takedowns/track/${token}${query({ first: first ? 1 : undefined, also: also.join('.') || undefined })}`,
  /** The same from what was named there on. */
  takedownNamed: (token: string, named: number) => `/takedowns/track/${token}${query({ named })}`,

  /** What somebody was given who asked what there is about them; `secret`: of the half hour for which a code opened it. */
  takedownCopy: (token: string, secret: string, from?: number) =>
    `/takedowns/track/${token}/copy/${secret}${query({ from })}`,
  takedownCopyFile: (token: string, secret: string) => `/takedowns/track/${token}/copy/${secret}/file`,

  triage: (filters: Record<string, string | number | undefined> = {}) => `/triage${query(filters)}`,
  /** Saved views; `from`: what is looked at now, to be saved. */
  triageViews: (from?: string) => `/triage/views${query({ from })}`,
  /** A view by its query string, with its columns. */
  triageView: (id: string, queue: string) => `/triage?${queue && `${queue}&`}view=${id}`,
  triageColumns: (from?: string) => `/triage/columns${query({ from })}`,
  triageExport: () => '/triage/export',
  /** Pages of the table as data. */
  triageRows: (params: Record<string, string | undefined>) => `/triage/rows${query(params)}`,
  /** `queue`: the query string of the table it was opened from, so that the next case is that queue's next. */
  reviewCase: (slug: string, caseId: string, queue = '') =>
    `/triage/${slug}/${caseId}${queue && `?${queue}`}`,
  /** The same with how far a lead's direct decision reaches. */
  reviewCaseDirect: (slug: string, caseId: string, queue = '') =>
    `/triage/${slug}/${caseId}?${queue && `${queue}&`}direct=1`,
  /** `nothing`: the dataset whose queue had no case for this reviewer. */
  queues: (nothing?: string) => `/queue${query({ nothing })}`,
  /** `back`: the case that its reader comes from. */
  queueSettings: (back?: string) => `/queue/settings${query({ back })}`,
  queueSummary: () => '/queue/summary',
  /** A case that a reviewer holds while they work through a queue (its id, or `all`). */
  shiftCase: (slug: string, caseId: string, shift: string) => `/triage/${slug}/${caseId}${query({ shift })}`,
  /** Bulk decisions of a dataset; `queue`: the filter of the triage table that one would be about. */
  bulks: (slug: string, queue = '') => `/triage/${slug}/bulk${queue && `?${queue}`}`,
  bulk: (slug: string, id: string) => `/triage/${slug}/bulk/${id}`,
  bulkResults: (slug: string, id: string) => `/triage/${slug}/bulk/${id}/results.csv`,
  /** Scores of a detector over the open cases of a category. */
  bands: (slug: string, chosen: { of?: string; low?: number; high?: number } = {}) =>
    `/triage/${slug}/bands${query(chosen)}`,
  triageQueue: (queue: string) => `/triage${queue && `?${queue}`}`,
  requests: (filters: Record<string, string | undefined> = {}) => `/requests${query(filters)}`,
  /** `named`: where the stretch begins that is shown of what it names. */
  request: (id: string, named?: number) => `/requests/${id}${query({ named })}`,
  requestFile: (id: string, n: number) => `/requests/${id}/files/${n}`,
  requestStatement: (id: string) => `/requests/${id}/statement`,
  /** The rows that were found for somebody who asks what there is about them, or that it be corrected. */
  requestAnswer: (id: string, from?: number) => `/requests/${id}/answer${query({ from })}`,
  requestReach: (id: string, from?: number) => `/requests/${id}/reach${query({ from })}`,
  /** Deciding many requests together. */
  requestBulks: (chosen: { dataset?: string; kind?: string } = {}) => `/requests/bulk${query(chosen)}`,
  requestBulk: (slug: string, id: string) => `/requests/bulk/${slug}/${id}`,
  requestBulkResults: (slug: string, id: string) => `/requests/bulk/${slug}/${id}/results.csv`,

  lookup: () => '/lookup',
  lookupSent: () => '/lookup/sent',
  lookupProven: (token: string) => `/lookup/proven/${token}`,

  /** `answered`: what a lead just told a volunteer. */
  team: (answered?: 'accepted' | 'declined') => `/team${query({ answered })}`,
  /** Organisations that send requests by program. */
  senders: () => '/team/senders',
  siteViewing: () => '/team/viewing',
  reportLimit: () => '/team/reports',
  metrics: () => '/metrics',
  metricsOf: (slug: string, period?: string) => `/metrics/${slug}${query({ period })}`,
  /** One table of them as CSV. */
  metricsTable: (slug: string, table: string, period: string) =>
    `/metrics/${slug}/${table}.csv${query({ period })}`,
  audit: (filter: Record<string, string | number | undefined> = {}) => `/audit${query(filter)}`,
  draws: () => '/audit/draws',
  draw: (id: string) => `/audit/draws/${id}`,
  drawnEntry: (id: string, index: number) => `/audit/draws/${id}/${index}`,
  drawOpenings: (id: string) => `/audit/draws/${id}/openings`,
  erasures: (looked: { dataset?: string; name?: string } = {}) => `/erasures${query(looked)}`,
  mailbox: () => '/mailbox',
  mailMessage: (id: string) => `/mailbox/${id}`,
  account: () => '/account',
  accountKeys: () => '/account/keys',

  register: (filter: Record<string, string | undefined> = {}) => `/register${query(filter)}`,
  registerEntry: (id: string) => `/register/${id}`,
  registerJson: (filter: Record<string, string | undefined> = {}) => `/register.json${query(filter)}`,
  registerEntryJson: (id: string) => `/register/${id}.json`,
  registerFeed: () => '/register.atom',
  /** `dataset`: its slug; `period`: `2026-H1` or `2026-03`. */
  transparency: (of: { dataset?: string; period?: string } = {}) => `/transparency${query(of)}`,
  transparencyFile: (file: string, of: { dataset?: string; period?: string } = {}) =>
    `/transparency/${file}${query(of)}`,
  /** `dataset`: its slug. */
  reports: (dataset?: string) => `/reports${query({ dataset })}`,
  reportFile: (kind: 'dsa' | 'lumen', of: Record<string, string | undefined>) =>
    `/reports/${kind}.json${query(of)}`,

  log: (filter: Record<string, string | number | undefined> = {}) => `/log${query(filter)}`,
  checkpoint: () => '/log/checkpoint',
  vkey: () => '/log/vkey',
  vkeys: () => '/log/vkeys',
  logKey: () => '/log/key',
  logDraw: (id: string) => `/log/draws/${id}`,
  logEntry: (index: number) => `/log/entries/${index}`,
} as const
