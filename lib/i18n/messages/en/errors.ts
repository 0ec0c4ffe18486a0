/** What is answered to whoever may not do something, or asks for what is not there. Only ever said by the server. */
export const errors = {
  unauthenticated: 'Sign in to do this.',
  rateLimited: 'Too many attempts. Wait a little and try again.',
  fault: 'Something went wrong on our side. Nothing was saved. If it happens again, quote {id}.',
  answers: 'Some answers need another look.',
  readOnly:
    'Winnow is read-only at the moment: its database is older than what its log has shown. Nothing was saved; an operator has to recover the log first (winnow log recover).',
  notFound: {
    page: 'This page was not found.',
    account: 'This account was not found.',
    application: 'This application was not found.',
    archive: 'This archive was not found.',
    bulk: 'This bulk decision was not found.',
    case: 'This case was not found.',
    check: 'This check was not found.',
    dataset: 'This dataset was not found.',
    draw: 'This draw was not found.',
    entry: 'This entry was not found.',
    exclusion: 'This exclusion was not found.',
    file: 'This file was not found.',
    item: 'This item was not found.',
    letter: 'This letter was not found.',
    link: 'This link was not found.',
    proof: 'This proof was not found.',
    queue: 'This queue was not found.',
    release: 'This release was not found.',
    request: 'This request was not found.',
    revision: 'This revision was not found.',
    table: 'This table was not found.',
    view: 'This view was not found.',
    detector: 'This detector was not found.',
    digest: 'A text with this digest was not found.',
    reference: 'A request with this number was not found.',
  },
  noAccountFor: 'An account for {email} was not found.',
  noDatasetCalled: 'The dataset {slug} was not found.',
  noReleaseCalled: 'Release {version} was not found.',
  noItemOf: 'An item with the digest {digest} in the latest revision of {slug} was not found.',
  /** To programs that call us. */
  call: {
    foreign: 'This call came from another site.',
    tooLarge: 'The body is larger than 4 MiB.',
    notJson: 'The body is not JSON.',
    notObject: 'The body must be a JSON object.',
  },
  notAllowed: 'This is not allowed.',
  /** By the permission that is missing. */
  denied: {
    report: {
      export: 'Only a lead of this dataset hands out its reports.',
      export_all: 'Only admins hand out the reports of every dataset.',
    },
    case: {
      view: 'Only the team of this dataset sees its cases.',
      review: 'Only reviewers and leads of this dataset decide its cases.',
      override: 'Only a lead of this dataset can override a decision.',
      bulk: 'Only a lead of this dataset can decide many cases at once.',
      export: 'Only leads and maintainers of a dataset take its cases along as a file.',
      search: 'Only a lead of this dataset searches the texts of its cases.',
      appeal: 'Only the team of this dataset appeals here; anybody else does by their request.',
    },
    viewing: {
      set: 'Only admins set how texts are shown in all datasets.',
    },
    reports: {
      limit: 'Only admins set how much one person’s reports hide.',
    },
    view: {
      share: 'Only a lead of this dataset changes the views that its team shares.',
    },
    source: {
      decide: 'Only leads and maintainers of this dataset keep sources out of it.',
    },
    queue: {
      edit: 'Only leads and maintainers of this dataset change its queues.',
    },
    golden: {
      edit: 'Only a lead of this dataset sees and makes its checks.',
    },
    detector: {
      settle: 'Only a lead of this dataset settles what becomes of a paused detector.',
    },
    flags: {
      export: 'Only leads and maintainers of this dataset export its flags.',
    },
    dataset: {
      import: 'Only a maintainer of this dataset can import a revision.',
      edit: 'Only a maintainer of this dataset can change it.',
      create: 'Only an admin can register a dataset.',
    },
    policy: {
      edit: 'Only leads and maintainers of this dataset change its policy.',
    },
    copies: {
      vet: 'Only a maintainer of this dataset, or an admin, checks who keeps copies of it.',
      vet_all: 'Only admins check who keeps copies of every dataset.',
    },
    release: {
      publish: 'Only a maintainer of this dataset can publish a release.',
    },
    takedown: {
      view: 'Only leads and maintainers of this dataset see its requests.',
      handle: 'Only a lead of this dataset handles its requests.',
      answer: 'Only leads and maintainers of this dataset answer for its maintainers.',
      agree: 'Only an admin, or a lead of the dataset, is the second person.',
    },
    team: {
      view: 'Only the team of this dataset sees this.',
    },
    volunteer: {
      answer: 'Only a lead of this dataset answers those who would like to review it.',
    },
    metrics: {
      view: 'Only leads and maintainers of this dataset and admins read its metrics.',
      view_all: 'Only an admin reads the metrics of all datasets.',
    },
    reviewers: {
      compare: 'Only a lead of this dataset compares its reviewers.',
    },
    promise: {
      edit: 'Only leads and maintainers of this dataset change what it promises.',
    },
    audit: {
      read: 'Only leads and maintainers of this dataset read its audit.',
    },
    people: {
      manage: 'Only an admin can manage accounts.',
    },
    role: {
      grant: 'Only an admin can grant or revoke roles.',
    },
    mailbox: {
      read: 'Only an admin can read the mailbox.',
    },
    restricted: {
      handle: 'Only a safety officer handles restricted items.',
    },
    content: {
      erase: 'Only a safety officer erases.',
    },
    draw: {
      open: 'Only an auditor opens entries that were drawn.',
      announce: 'Only leads and maintainers of this dataset, admins and auditors have decisions drawn.',
      announce_site: 'Only admins and auditors have decisions of all datasets drawn.',
    },
  },
} as const
