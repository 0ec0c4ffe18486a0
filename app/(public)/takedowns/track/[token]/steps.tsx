import { Timestamp } from '@/components/ui/timestamp'
import type { TimelineEntry } from '@/components/ui/timeline'
import { formatDate } from '@/lib/format'
import type { TrackingView } from '@/lib/takedowns/tracking'

type Step = Pick<TimelineEntry, 'title' | 'children'>

/** What has happened, and what comes next and by when. */
export function stepsOf(view: TrackingView): TimelineEntry[] {
  const done = view.events.flatMap(({ id, type, at, data }): TimelineEntry[] => {
    const step = type === 'matched' && data.items === 0 ? NOTHING_YET : HAPPENED[type]
    return step ? [{ ...step, key: id, when: <Timestamp at={at} show="full" /> }] : []
  })
  return [...done, ...ahead(view)]
}

const HAPPENED: Partial<Record<TrackingView['events'][number]['type'], Step>> = {
  submitted: { title: 'You sent it', children: 'The time for an answer counts from here.' },
  confirmed: { title: 'You confirmed your address' },
  matched: { title: 'Items were found', children: 'People decide about each of them.' },
  no_match: {
    title: 'What you named was not found',
    children:
      'Nothing of it is in the latest revision in these words or at this place, so nothing was changed. You can send a new request with the exact words, a web address, or the file and row.',
  },
  outcome: { title: 'It was decided' },
  appealed: {
    title: 'You contested the outcome',
    children: 'Others decide now. The time for an answer counts from here.',
  },
  appeal_decided: {
    title: 'It was decided again',
    children: 'By people who had no part in the first decision.',
  },
  withdrawn: { title: 'You withdrew it', children: 'Nobody works on it any more.' },
}

const NOTHING_YET: Step = {
  title: 'Nothing of it is in the dataset today',
  children: 'A person decides whether it is kept out of later revisions.',
}

function ahead({ status, dueAt }: TrackingView): TimelineEntry[] {
  const by = dueAt ? `by ${formatDate(dueAt)}` : undefined
  const answer: TimelineEntry = {
    key: 'answer',
    title: 'You get the outcome, with reasons',
    when: by,
    state: 'ahead',
  }
  if (status === 'received') {
    return [
      {
        key: 'find',
        title: 'We look for what you named',
        state: 'current',
        children: 'A program does this, usually within minutes.',
      },
      answer,
    ]
  }
  return status === 'under_review'
    ? [{ key: 'review', title: 'Reviewers decide', state: 'current' }, answer]
    : []
}
