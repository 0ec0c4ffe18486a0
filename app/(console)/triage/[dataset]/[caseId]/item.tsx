import Link from 'next/link'
import { ActionButton } from '@/components/form/action-button'
import { Visible } from '@/components/item/visible'
import { Callout } from '@/components/ui/callout'
import { Digest } from '@/components/ui/digest'
import { Count } from '@/components/ui/number'
import { formatPlural } from '@/lib/format'
import { paths } from '@/lib/paths'
import type { CaseView, Occurrence } from '@/lib/review/case-view'
import { revealAction } from './actions'
import { Fields } from './fields'
import { CommandKey } from './key'

/** The item itself: where it stands, under which licence, and what it says. */
export function Item({ view, queue }: { view: CaseView; queue: string }) {
  const [place] = view.occurrences
  return (
    <section aria-labelledby="item-heading">
      <h2 id="item-heading" className="sr-only">
        Item
      </h2>
      <ul className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-soft">
        {place ? <PlaceFacts slug={view.dataset.slug} place={place} /> : null}
        <li>{view.dataset.licence}</li>
        <li>
          {/* In a tab of its own: a reviewer who leaves the page gives the case back. */}
          <Link href={paths.dataset(view.dataset.slug)} target="_blank" className="link">
            About {view.dataset.name}
            <span className="sr-only"> (opens in a new tab)</span>
          </Link>
        </li>
        <li>
          <Digest value={view.digest} copy subject="digest of the item" />
        </li>
      </ul>
      <Cover view={view} queue={queue} />
      {view.fields === null ? (
        <Callout tone="note" title="The text of this item is no longer held">
          It was erased. What was decided about it stays on record.
        </Callout>
      ) : (
        // A shape is for the eye only: neither read out nor in the way of the keys.
        <div inert={view.protection === 'covered'} className="inert:opacity-20">
          <Fields />
        </div>
      )}
      <Occurrences view={view} />
    </section>
  )
}

function PlaceFacts({ slug, place }: { slug: string; place: Occurrence }) {
  return (
    <>
      <li>
        row <Count value={place.row} /> of <Visible text={place.file} />
      </li>
      <li>
        <Link href={paths.revision(slug, place.revision)} className="link">
          revision {place.revision}
        </Link>
      </li>
      {place.sourceId ? (
        <li className="wrap-anywhere">
          id <Visible text={place.sourceId} />
        </li>
      ) : null}
      {place.url ? (
        // Not a link: following it would tell a stranger's server who is looking at it.
        <li className="wrap-anywhere">
          <Visible text={place.url} />
        </li>
      ) : null}
    </>
  )
}

/** What is covered and how to uncover it. A form: it works without JavaScript, and each use is on record. */
function Cover({ view, queue }: { view: CaseView; queue: string }) {
  if (view.fields === null || view.protection === 'open') {
    return view.revealed ? (
      <p className="mb-3 text-sm text-ink-soft">
        You uncovered this text. That is on record, and it covers itself again after half an hour.
      </p>
    ) : null
  }
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border border-line bg-sunken px-3 py-2 text-sm">
      <span className="text-ink-soft">
        {view.protection === 'masked'
          ? 'What was found is masked.'
          : view.queue?.covered
            ? 'This queue keeps its texts covered until they are asked for. Only the shape is shown.'
            : 'The text is covered because it may hurt. Only its shape is shown.'}
      </span>
      <span data-reveal>
        <ActionButton
          action={revealAction}
          fields={{ datasetId: view.datasetId, caseId: view.id, queue }}
          size="sm"
          pendingLabel="Uncovering…"
        >
          Show the text <CommandKey of="reveal" />
        </ActionButton>
      </span>
    </div>
  )
}

function Occurrences({ view }: { view: CaseView }) {
  const others = view.occurrences.slice(1)
  if (others.length === 0) return null
  return (
    <details className="mt-4 text-sm">
      <summary className="text-ink-soft">
        The same text stands in {formatPlural(view.occurrenceCount, 'place')}
        {view.occurrenceCount >= 1000 ? ' or more' : ''} of this and other revisions.
        {view.ofSources ? '' : ' A decision holds for all of them.'}
      </summary>
      <ul className="mt-2 flex flex-col gap-1 ps-4">
        {others.map((place) => (
          <li key={`${place.revisionId} ${place.ordinal} ${place.row}`}>
            <Link href={paths.revision(view.dataset.slug, place.revision)} className="link">
              revision {place.revision}
            </Link>
            , row <Count value={place.row} /> of <Visible text={place.file} />
          </li>
        ))}
      </ul>
    </details>
  )
}
