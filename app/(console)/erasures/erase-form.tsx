import Link from 'next/link'
import { CheckboxField } from '@/components/form/choice-fields'
import { SelectField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Callout } from '@/components/ui/callout'
import { type Detail, DescriptionList } from '@/components/ui/description-list'
import type { SubjectInput } from '@/lib/erasure/input'
import { BASES, GIVEN_BASES } from '@/lib/erasure/labels'
import { type ErasurePreview, isEmpty } from '@/lib/erasure/preview'
import { formatCount } from '@/lib/format'
import { paths } from '@/lib/paths'
import { eraseAction } from './actions'

/** What goes, what stays, and the button. */
export function EraseForm({ preview, subject }: { preview: ErasurePreview; subject: SubjectInput }) {
  const name = subject.what === 'item' ? { digest: subject.digest } : { request: subject.request }
  return (
    <div className="flex max-w-form flex-col gap-6">
      <DescriptionList items={details(preview)} />
      {preview.releases.length > 0 ? (
        <Callout tone="warn" title="Published releases stay as they were signed">
          {preview.releases.join(', ')} {preview.releases.length === 1 ? 'lists' : 'list'} this text as kept,
          by digest and source. The next release leaves it out.
        </Callout>
      ) : null}
      {isEmpty(preview) ? (
        <Callout title="Nothing is left of it">It has been erased, or was never stored here.</Callout>
      ) : null}
      {preview.blocked ? (
        <Callout tone="warn" title="Not now">
          {preview.blocked}
        </Callout>
      ) : null}
      {isEmpty(preview) || preview.blocked ? null : (
        <Form action={eraseAction}>
          <input type="hidden" name="what" value={subject.what} />
          <input type="hidden" name="dataset" value={subject.dataset} />
          {Object.entries(name).map(([field, value]) => (
            <input key={field} type="hidden" name={field} value={value} />
          ))}
          <SelectField
            name="basis"
            label="What it rests on"
            hint="Kept with the erasure and, sealed, in the log."
            placeholder="Choose"
            options={GIVEN_BASES.map((code) => ({ value: code, label: BASES[code] }))}
          />
          <CheckboxField
            name="sure"
            label="Destroy it for good"
            hint="Nobody can bring it back. Backups made before still hold the base files until they are deleted."
          />
          <SubmitButton kind="danger" pendingLabel="Erasing…">
            Erase
          </SubmitButton>
        </Form>
      )}
      <p className="text-sm">
        <Link href={paths.erasures()} className="link">
          Look for something else
        </Link>
      </p>
    </div>
  )
}

function details(preview: ErasurePreview): Detail[] {
  const { what, name, dataset, content, files, sources, openings, contact, targets, letters, revisions } =
    preview
  const rows = files.reduce((sum, file) => sum + file.rows, 0)
  const own: Detail[] =
    what === 'item'
      ? [
          { term: 'Text', detail: <span className="font-mono">{name}</span> },
          { term: 'Stored content', detail: content > 0 ? 'one copy, sealed' : 'none' },
          {
            term: 'Rows in base files',
            detail:
              rows > 0
                ? `${formatCount(rows)} in ${files.map(({ path }) => path).join(', ')}: each becomes a tombstone`
                : 'none',
          },
          { term: 'Places with a source', detail: formatCount(sources) },
          {
            term: 'Revisions',
            detail:
              revisions.length > 0
                ? `${revisions.join(', ')}: afterwards only who holds the base can rebuild them`
                : 'none',
          },
        ]
      : [
          { term: 'Request', detail: name },
          { term: 'Name, address and answers', detail: contact > 0 ? 'one record' : 'none' },
          { term: 'What it named', detail: formatCount(targets) },
          { term: 'Letters', detail: formatCount(letters) },
        ]
  return [
    { term: 'Dataset', detail: dataset },
    ...own,
    { term: 'Openings of log entries', detail: `${formatCount(openings)}, and the key they are sealed with` },
  ]
}
