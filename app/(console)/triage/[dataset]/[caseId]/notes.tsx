import { Form } from '@/components/form/form'
import { RadioField } from '@/components/form/choice-fields'
import { TextareaField } from '@/components/form/fields'
import { SubmitButton } from '@/components/form/submit-button'
import { Visible } from '@/components/item/visible'
import { Timestamp } from '@/components/ui/timestamp'
import type { Member } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { type CaseNote, caseNotes } from '@/lib/notes/queries'
import type { CaseView } from '@/lib/review/case-view'
import { ESCALATION_REASONS, SKIP_REASONS } from '@/lib/review/labels'
import { addNoteAction } from './actions'

/** What the team wrote on this case, and a place to write more. */
export async function Notes({ view, actor }: { view: CaseView; actor: Member }) {
  const notes = await caseNotes(actor, view)
  const mayTell = view.takedowns > 0 && !view.restricted && can(actor, 'case.override', view.datasetId)
  return (
    <section aria-labelledby="notes-heading" className="mt-8 text-sm">
      <h2 id="notes-heading" className="mb-2 text-sm">
        Notes
      </h2>
      {notes.length > 0 ? (
        <ol className="mb-3 flex flex-col gap-3">
          {notes.map((note) => (
            <li key={note.id} className="border-s-2 border-line ps-3">
              <p className="text-ink-soft">
                {saidBy(note)} <Timestamp at={note.at} />
              </p>
              {note.text ? (
                <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">
                  <Visible text={note.text} />
                </p>
              ) : null}
            </li>
          ))}
        </ol>
      ) : null}
      <details>
        <summary className="text-ink-soft">
          {notes.length > 0 ? 'Add a note' : 'No note yet. Add one'}
        </summary>
        <div className="mt-3 max-w-xl">
          <Form action={addNoteAction} resetOnSuccess className="gap-3">
            <input type="hidden" name="datasetId" value={view.datasetId} />
            <input type="hidden" name="caseId" value={view.id} />
            <TextareaField
              name="text"
              label="Note"
              hint={
                view.votes.blind && view.status === 'open'
                  ? 'For the team of this dataset, under your public name. While votes are blind the others read it once the case is decided; a lead who is asked reads it before.'
                  : 'For the team of this dataset, under your public name. It goes when the text is erased.'
              }
              rows={3}
            />
            {mayTell ? (
              <RadioField
                name="audience"
                legend="Who reads it"
                defaultValue="team"
                options={[
                  { value: 'team', label: 'The team' },
                  {
                    value: 'public',
                    label: 'Those who asked, too',
                    hint: 'Told with the outcome, in the name of the dataset and not in yours. Quote nobody else.',
                  },
                ]}
              />
            ) : null}
            <SubmitButton kind="secondary" size="sm" pendingLabel="Adding…">
              Add the note
            </SubmitButton>
          </Form>
        </div>
      </details>
    </section>
  )
}

function saidBy({ by, kind, reason }: CaseNote): string {
  switch (kind) {
    case 'note':
      return by
    case 'public':
      return `${by}, to those who asked`
    case 'vote':
      return `${by}, with their vote`
    case 'decision':
      return `${by}, with the decision`
    case 'skipped':
      return `${by} left it to others: ${wordsOf(SKIP_REASONS, reason)}.`
    case 'escalated':
      return `${by} asked a lead: ${wordsOf(ESCALATION_REASONS, reason)}.`
  }
}

const wordsOf = (labels: Readonly<Record<string, string>>, code: string) =>
  (labels[code] ?? code).replace(/^./, (first) => first.toLowerCase())
