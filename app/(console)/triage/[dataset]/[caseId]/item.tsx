import { useLocale, useT } from '#i18n'
import { ActionButton } from '@/components/form/action-button'
import { Visible } from '@/components/item/visible'
import { Badge } from '@/components/ui/badge'
import { Callout } from '@/components/ui/callout'
import { Digest } from '@/components/ui/digest'
import { Link } from '@/components/ui/link'
import { Count } from '@/components/ui/number'
import { paths } from '@/lib/paths'
import type { CaseView } from '@/lib/review/case-view'
import type { Occurrence } from '@/lib/review/occurrences'
import { languageName, UNDETERMINED } from '@/lib/text/language'
import { revealAction } from './actions'
import { Fields } from './fields'
import { CommandKey } from './key'

/** The item itself: where it stands, under which licence, and what it says. */
export function Item({ view, queue }: { view: CaseView; queue: string }) {
  const t = useT('caseFile.item')
  const [place] = view.occurrences
  return (
    <section aria-labelledby="item-heading">
      <h2 id="item-heading" className="sr-only">
        {t('title')}
      </h2>
      <ul className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-soft">
        {place ? <PlaceFacts slug={view.dataset.slug} place={place} /> : null}
        <li>
          <Language code={view.language} />
        </li>
        <li>{view.dataset.licence}</li>
        <li>
          {/* In a tab of its own: a reviewer who leaves the page gives the case back. */}
          <Link href={paths.dataset(view.dataset.slug)} target="_blank" className="link">
            {t('about', { dataset: view.dataset.name })}
            <span className="sr-only">{t('newTab')}</span>
          </Link>
        </li>
        <li>
          <Digest value={view.digest} copy subject={t('digest')} />
        </li>
      </ul>
      <Cover view={view} queue={queue} />
      {view.fields === null ? (
        <Callout tone="note" title={t('erased')}>
          {t('erasedText')}
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
  const t = useT('caseFile.item')
  const { sourceId } = place
  return (
    <>
      <li>
        {t.rich('row', {
          row: () => <Count value={place.row} />,
          file: () => <Visible text={place.file} />,
        })}
      </li>
      <li>
        <Link href={paths.revision(slug, place.revision)} className="link">
          {t('revision', { number: String(place.revision) })}
        </Link>
      </li>
      {sourceId ? (
        <li className="wrap-anywhere">{t.rich('id', { id: () => <Visible text={sourceId} /> })}</li>
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

function Language({ code }: { code: string }) {
  const t = useT('caseFile.item')
  const locale = useLocale()
  if (code === UNDETERMINED) return t('languageNotTold')
  return (
    <span className="whitespace-nowrap">
      {t('language', { language: languageName(code, locale) })} <Badge>{code}</Badge>
    </span>
  )
}

/** What is covered and how to uncover it. A form: it works without JavaScript, and each use is on record. */
function Cover({ view, queue }: { view: CaseView; queue: string }) {
  const t = useT('caseFile.item')
  if (view.fields === null || view.protection === 'open') {
    return view.revealed ? <p className="mb-3 text-sm text-ink-soft">{t('uncovered')}</p> : null
  }
  const settings = paths.queueSettings(paths.reviewCase(view.dataset.slug, view.id, queue))
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border border-line bg-sunken px-3 py-2 text-sm">
      <span className="text-ink-soft">
        {view.protection === 'masked'
          ? t('masked')
          : view.queue?.covered
            ? t('coveredByQueue')
            : t('covered')}
      </span>
      {view.cannotUncover === undefined ? (
        <span data-reveal>
          <ActionButton
            action={revealAction}
            fields={{ datasetId: view.datasetId, caseId: view.id, queue }}
            size="sm"
            pendingLabel={t('showing')}
          >
            {t('show')} <CommandKey of="reveal" />
          </ActionButton>
        </span>
      ) : view.bar === 'unasked' ? (
        <span>
          {t.rich('unasked', {
            link: (words) => (
              <Link href={settings} className="link">
                {words}
              </Link>
            ),
          })}
        </span>
      ) : (
        <span>{view.cannotUncover}</span>
      )}
    </div>
  )
}

function Occurrences({ view }: { view: CaseView }) {
  const t = useT('caseFile.item')
  const others = view.occurrences.slice(1)
  if (others.length === 0) return null
  return (
    <details className="mt-4 text-sm">
      <summary className="text-ink-soft">
        {t(view.occurrenceCount >= 1000 ? 'placesOrMore' : 'places', { count: view.occurrenceCount })}{' '}
        {view.ofSources ? '' : t('forAll')}
      </summary>
      <ul className="mt-2 flex flex-col gap-1 ps-4">
        {others.map((place) => (
          <li key={`${place.revisionId} ${place.ordinal} ${place.row}`}>
            {t.rich('place', {
              number: String(place.revision),
              row: () => <Count value={place.row} />,
              revision: (words) => (
                <Link href={paths.revision(view.dataset.slug, place.revision)} className="link">
                  {words}
                </Link>
              ),
              file: () => <Visible text={place.file} />,
            })}
          </li>
        ))}
      </ul>
    </details>
  )
}
