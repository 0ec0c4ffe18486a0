import type { Translation } from '@/lib/i18n/translation'
import { account } from './de/account'
import { attachments } from './de/attachments'
import { audit } from './de/audit'
import { bands } from './de/bands'
import { broken } from './de/broken'
import { bulk } from './de/bulk'
import { caseFile } from './de/caseFile'
import { catalogue } from './de/catalogue'
import { checks } from './de/checks'
import { clocks } from './de/clocks'
import { copies } from './de/copies'
import { datasets } from './de/datasets'
import { decide } from './de/decide'
import { detectors } from './de/detectors'
import { erasures } from './de/erasures'
import { errors } from './de/errors'
import { forms } from './de/forms'
import { fulfilment } from './de/fulfilment'
import { golden } from './de/golden'
import { home } from './de/home'
import { importing } from './de/importing'
import { imports } from './de/imports'
import { intake } from './de/intake'
import { join } from './de/join'
import { keys } from './de/keys'
import { labels } from './de/labels'
import { letters } from './de/letters'
import { limits } from './de/limits'
import { log } from './de/log'
import { mailbox } from './de/mailbox'
import { metrics } from './de/metrics'
import { notices } from './de/notices'
import { otherSide } from './de/otherSide'
import { passages } from './de/passages'
import { policies } from './de/policies'
import { process } from './de/process'
import { proofs } from './de/proofs'
import { queue } from './de/queue'
import { queues } from './de/queues'
import { register } from './de/register'
import { reach } from './de/reach'
import { lookup } from './de/lookup'
import { requestBulk } from './de/requestBulk'
import { releaseCheck } from './de/releaseCheck'
import { releases } from './de/releases'
import { reports } from './de/reports'
import { requests } from './de/requests'
import { reservations } from './de/reservations'
import { review } from './de/review'
import { rights } from './de/rights'
import { senders } from './de/senders'
import { shell } from './de/shell'
import { suppression } from './de/suppression'
import { takedowns } from './de/takedowns'
import { team } from './de/team'
import { throttle } from './de/throttle'
import { transparency } from './de/transparency'
import { triage } from './de/triage'
import { urgent } from './de/urgent'
import { viewing } from './de/viewing'
import { views } from './de/views'
import type { en } from './en'

export const de: Translation<typeof en> = {
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
}
