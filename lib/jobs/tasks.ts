import 'server-only'
import type { Task } from 'graphile-worker'
import type { Jobs } from './enqueue'
import { auditDraw } from './audit-draw'
import { blobsRemove } from './blobs-remove'
import { bulkRun } from './bulk-run'
import { copiesRetain } from './copies-retain'
import { copiesTell } from './copies-tell'
import { detectorSettle } from './detector-settle'
import { erasureRun } from './erasure-run'
import { importRun } from './import-run'
import { indexNearDuplicatesOf } from './index-near-duplicates'
import { mailSend } from './mail-send'
import { pendingRefresh } from './pending-refresh'
import { releaseConveniences } from './release-conveniences'
import { releaseDue } from './release-due'
import { releasePublish } from './release-publish'
import { releasePublished } from './release-published'
import { reviewCast } from './review-cast'
import { reviewNobodyLeft } from './review-nobody-left'
import { reviewRepoint } from './review-repoint'
import { reviewReroute } from './review-reroute'
import { reviewWeigh } from './review-weigh'
import { tellLanguagesOf } from './tell-languages'
import { releaseRemoveFiles } from './release-remove-files'
import { takedownCaseDecided } from './takedown-case-decided'
import { takedownClock } from './takedown-clock'
import { takedownErase } from './takedown-erase'
import { takedownDuplicates } from './takedown-duplicates'
import { takedownElsewhere } from './takedown-elsewhere'
import { takedownLateLetters } from './takedown-late-letters'
import { takedownLift } from './takedown-lift'
import { takedownLook } from './takedown-look'
import { takedownLookAmongRemoved } from './takedown-look-among-removed'
import { takedownOwnerWindow } from './takedown-owner-window'
import { takedownSilence } from './takedown-silence'
import { takedownExpire } from './takedown-expire'
import { takedownMatch } from './takedown-match'
import { takedownNameSources } from './takedown-name-sources'
import { takedownReservations } from './takedown-reservations'
import { lookupForget } from './lookup-forget'
import { lookupPage } from './lookup-page'
import { lookupSearch } from './lookup-search'
import { takedownBulk } from './takedown-bulk'
import { takedownRestrictedImport } from './takedown-restricted-import'
import { takedownSeatNewcomer } from './takedown-seat-newcomer'
import { takedownTake } from './takedown-take'
import { takedownPutBack } from './takedown-put-back'
import { takedownStrike } from './takedown-strike'
import { takedownStrikeForget } from './takedown-strike-forget'
import { takedownRemind } from './takedown-remind'
import { searchForget } from './search-forget'
import { takedownFulfil } from './takedown-fulfil'
import { takedownReturned } from './takedown-returned'
import { volunteerRetain } from './volunteer-retain'

/** Every job there is, by the name that `enqueue` writes. A payload is parsed by its task: rows outlive releases of the product. */
export const tasks: Record<keyof Jobs, Task> = {
  'audit.draw': auditDraw,
  'blobs.remove': blobsRemove,
  'bulk.run': bulkRun,
  'copies.retain': copiesRetain,
  'copies.tell': copiesTell,
  'detector.settle': detectorSettle,
  'erasure.run': erasureRun,
  'import.run': importRun,
  'items.tell-languages': tellLanguagesOf,
  'mail.send': mailSend,
  'release.conveniences': releaseConveniences,
  'near-duplicates.index': indexNearDuplicatesOf,
  'release.publish': releasePublish,
  'review.cast': reviewCast,
  'review.nobody-left': reviewNobodyLeft,
  'review.repoint': reviewRepoint,
  'review.reroute': reviewReroute,
  'review.weigh': reviewWeigh,
  'release.remove-files': releaseRemoveFiles,
  'pending.refresh': pendingRefresh,
  'search.forget': searchForget,
  'takedown.case-decided': takedownCaseDecided,
  'release.due': releaseDue,
  'takedown.clock': takedownClock,
  'takedown.erase': takedownErase,
  'takedown.reservations': takedownReservations,
  'release.published': releasePublished,
  'takedown.duplicates': takedownDuplicates,
  'takedown.elsewhere': takedownElsewhere,
  'takedown.late-letters': takedownLateLetters,
  'takedown.lift': takedownLift,
  'takedown.look': takedownLook,
  'takedown.look-among-removed': takedownLookAmongRemoved,
  'takedown.owner-window': takedownOwnerWindow,
  'takedown.silence': takedownSilence,
  'takedown.expire': takedownExpire,
  'takedown.match': takedownMatch,
  'takedown.name-sources': takedownNameSources,
  'takedown.restricted-import': takedownRestrictedImport,
  'takedown.take': takedownTake,
  'takedown.bulk': takedownBulk,
  'lookup.search': lookupSearch,
  'lookup.page': lookupPage,
  'lookup.forget': lookupForget,
  'takedown.put-back': takedownPutBack,
  'takedown.seat-newcomer': takedownSeatNewcomer,
  'takedown.strike': takedownStrike,
  'takedown.strike-forget': takedownStrikeForget,
  'takedown.remind': takedownRemind,
  'volunteer.retain': volunteerRetain,
  'takedown.fulfil': takedownFulfil,
  'takedown.returned': takedownReturned,
}
