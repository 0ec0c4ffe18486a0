import { account } from './en/account'
import { attachments } from './en/attachments'
import { audit } from './en/audit'
import { bands } from './en/bands'
import { broken } from './en/broken'
import { bulk } from './en/bulk'
import { caseFile } from './en/caseFile'
import { catalogue } from './en/catalogue'
import { checks } from './en/checks'
import { clocks } from './en/clocks'
import { copies } from './en/copies'
import { datasets } from './en/datasets'
import { decide } from './en/decide'
import { detectors } from './en/detectors'
import { erasures } from './en/erasures'
import { errors } from './en/errors'
import { forms } from './en/forms'
import { fulfilment } from './en/fulfilment'
import { golden } from './en/golden'
import { home } from './en/home'
import { importing } from './en/importing'
import { imports } from './en/imports'
import { intake } from './en/intake'
import { join } from './en/join'
import { keys } from './en/keys'
import { labels } from './en/labels'
import { letters } from './en/letters'
import { limits } from './en/limits'
import { log } from './en/log'
import { mailbox } from './en/mailbox'
import { metrics } from './en/metrics'
import { notices } from './en/notices'
import { otherSide } from './en/otherSide'
import { passages } from './en/passages'
import { policies } from './en/policies'
import { process } from './en/process'
import { proofs } from './en/proofs'
import { queue } from './en/queue'
import { queues } from './en/queues'
import { register } from './en/register'
import { reach } from './en/reach'
import { lookup } from './en/lookup'
import { requestBulk } from './en/requestBulk'
import { releaseCheck } from './en/releaseCheck'
import { releases } from './en/releases'
import { reports } from './en/reports'
import { requests } from './en/requests'
import { reservations } from './en/reservations'
import { review } from './en/review'
import { rights } from './en/rights'
import { senders } from './en/senders'
import { shell } from './en/shell'
import { suppression } from './en/suppression'
import { takedowns } from './en/takedowns'
import { team } from './en/team'
import { throttle } from './en/throttle'
import { transparency } from './en/transparency'
import { triage } from './en/triage'
import { urgent } from './en/urgent'
import { viewing } from './en/viewing'
import { views } from './en/views'

/** What the interface says, by area. ICU MessageFormat: `{count, plural, one {# row} other {# rows}}`. */
export const en = {
  account,
  attachments,
  audit,
  bands,
  broken,
  bulk,
  caseFile,
  catalogue,
  checks,
  clocks,
  copies,
  datasets,
  decide,
  detectors,
  erasures,
  errors,
  forms,
  fulfilment,
  golden,
  home,
  importing,
  imports,
  intake,
  join,
  keys,
  labels,
  letters,
  limits,
  log,
  mailbox,
  metrics,
  notices,
  otherSide,
  passages,
  policies,
  process,
  proofs,
  queue,
  queues,
  register,
  reach,
  lookup,
  requestBulk,
  releaseCheck,
  releases,
  reports,
  requests,
  reservations,
  review,
  rights,
  senders,
  shell,
  suppression,
  takedowns,
  team,
  throttle,
  transparency,
  triage,
  urgent,
  viewing,
  views,
} as const
