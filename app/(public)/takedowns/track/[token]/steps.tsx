import { useT } from '#i18n'
import { Timestamp } from '@/components/ui/timestamp'
import { Timeline, type TimelineEntry } from '@/components/ui/timeline'
import type { TrackingView } from '@/lib/takedowns/tracking'

type Step = Pick<TimelineEntry, 'title' | 'children'>
type Words = ReturnType<typeof useT<'takedowns.steps'>>

/** What has happened, and what comes next and by when. */
export function Steps({ view }: { view: TrackingView }) {
  const t = useT('takedowns.steps')
  const step = useT('process.step')
  const track = useT('process.track')
  const rights = useT('rights.track')
  const done = view.events.flatMap((event): TimelineEntry[] => {
    const misread = Number(event.data.misread ?? 0)
    const told = isProcessStep(event.type)
      ? { title: step(event.type), ...(misread > 0 && { children: track('misread', { n: misread }) }) }
      : (answering(rights, event) ?? happened(t, event))
    return told ? [{ ...told, key: event.id, when: <Timestamp at={event.at} show="full" /> }] : []
  })
  const by = view.clocks.until ? t('by', { date: view.clocks.until }) : undefined
  return <Timeline label={t('label')} entries={[...done, ...ahead(t, view, by)]} />
}

/** What staff do with a request and its requester should know of. */
const PROCESS_STEPS = [
  'needs_info',
  'info_given',
  'info_reminded',
  'needs_identity',
  'identity_proven',
  'owner_notified',
  'owner_ended',
  'held',
  'resumed',
  'rejected',
  'duplicate',
  'not_duplicate',
  'outcome_ready',
  'reopened',
] as const

const isProcessStep = (type: string): type is (typeof PROCESS_STEPS)[number] =>
  PROCESS_STEPS.some((step) => step === type)

/** Of somebody who asks what there is about them: never how much was found, before a person has looked at it. */
function answering(
  t: ReturnType<typeof useT<'rights.track'>>,
  { type, data }: TrackingView['events'][number],
): Step | null {
  switch (type) {
    case 'matched':
      return data.found === undefined ? null : { title: t('found') }
    case 'answer_proposed':
      return { title: t('proposed') }
    case 'answer_accepted':
      return { title: t('accepted') }
    case 'answered':
      return { title: t(data.answer === 'none' ? 'answeredNone' : 'answered') }
    case 'copy_opened':
      return { title: t('opened') }
    case 'copy_recalled':
      return { title: t('calledBack') }
    default:
      return null
  }
}

function happened(t: Words, { type, data }: TrackingView['events'][number]): Step | null {
  switch (type) {
    case 'submitted':
      return { title: t('submitted'), children: t('submittedText') }
    case 'confirmed':
      return { title: t('confirmed') }
    case 'matched':
      // They were found before.
      if (data.opened !== undefined) return null
      if (data.items === undefined) return { title: t('lookedFor'), children: t('lookedForText') }
      if (data.looked !== undefined)
        return data.items === 0 ? null : { title: t('matchedMore'), children: t('matchedText') }
      if (data.items === 0) return { title: t('matchedNothing'), children: t('matchedNothingText') }
      return { title: t('matched'), children: t(data.broad ? 'matchedBroadText' : 'matchedText') }
    case 'no_match':
      return { title: t('noMatch') }
    case 'outcome':
      return { title: t('outcome') }
    case 'appealed':
      return { title: t('appealed'), children: t('appealedText') }
    case 'appeal_decided':
      return { title: t('appealDecided'), children: t('appealDecidedText') }
    case 'fulfilled':
      return { title: t('fulfilled', { releases: String(data.releases).replaceAll(',', ', ') }) }
    case 'returned':
      return {
        title: t('returned', { n: Number(data.rows), revision: String(data.revision) }),
        children: t('returnedText'),
      }
    case 'lift_announced':
      return { title: t('liftAnnounced') }
    case 'lift_called_off':
      return { title: t('liftCalledOff') }
    case 'lifted':
      return { title: t('lifted') }
    case 'withdrawn':
      return { title: t('withdrawn'), children: t('withdrawnText') }
    default:
      return null
  }
}

function ahead(t: Words, { status, restricted }: TrackingView, by: string | undefined): TimelineEntry[] {
  const answer: TimelineEntry = { key: 'answer', title: t('answer'), when: by, state: 'ahead' }
  if (status === 'received')
    return [{ key: 'find', title: t('find'), state: 'current', children: t('findText') }, answer]
  return status === 'under_review'
    ? [{ key: 'review', title: t(restricted ? 'reviewRestricted' : 'review'), state: 'current' }, answer]
    : []
}
