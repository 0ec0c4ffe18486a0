import { useT } from '#i18n'
import { Form } from '@/components/form/form'
import { RadioField } from '@/components/form/choice-fields'
import { TextareaField } from '@/components/form/fields'
import { SubmitButton } from '@/components/form/submit-button'
import { Visible } from '@/components/item/visible'
import { Timestamp } from '@/components/ui/timestamp'
import type { Member } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { getT } from '@/lib/i18n/server'
import { type CaseNote, caseNotes } from '@/lib/notes/queries'
import type { CaseView } from '@/lib/review/case-view'
import { ESCALATION_REASON_CODES, SKIP_REASON_CODES } from '@/lib/review/labels'
import { addNoteAction } from './actions'

/** What the team wrote on this case, and a place to write more. */
export async function Notes({ view, actor }: { view: CaseView; actor: Member }) {
  const [notes, t] = await Promise.all([caseNotes(actor, view), getT('caseFile.notes')])
  const mayTell = view.takedowns > 0 && !view.restricted && can(actor, 'case.override', view.datasetId)
  return (
    <section aria-labelledby="notes-heading" className="mt-8 text-sm">
      <h2 id="notes-heading" className="mb-2 text-sm">
        {t('title')}
      </h2>
      {notes.length > 0 ? (
        <ol className="mb-3 flex flex-col gap-3">
          {notes.map((note) => (
            <li key={note.id} className="border-s-2 border-line ps-3">
              <p className="text-ink-soft">
                <SaidBy note={note} /> <Timestamp at={note.at} />
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
        <summary className="text-ink-soft">{notes.length > 0 ? t('add') : t('addFirst')}</summary>
        <div className="mt-3 max-w-xl">
          <Form action={addNoteAction} resetOnSuccess className="gap-3">
            <input type="hidden" name="datasetId" value={view.datasetId} />
            <input type="hidden" name="caseId" value={view.id} />
            <TextareaField
              name="text"
              label={t('note')}
              hint={view.votes.blind && view.status === 'open' ? t('hintBlind') : t('hint')}
              rows={3}
            />
            {mayTell ? (
              <RadioField
                name="audience"
                legend={t('audience')}
                defaultValue="team"
                options={[
                  { value: 'team', label: t('team') },
                  {
                    value: 'public',
                    label: t('public'),
                    hint: t('publicHint'),
                  },
                ]}
              />
            ) : null}
            <SubmitButton kind="secondary" size="sm" pendingLabel={t('adding')}>
              {t('submit')}
            </SubmitButton>
          </Form>
        </div>
      </details>
    </section>
  )
}

function SaidBy({ note: { by, kind, reason } }: { note: CaseNote }) {
  const t = useT('caseFile.notes')
  switch (kind) {
    case 'skipped':
      return t(`skipped.${SKIP_REASON_CODES.find((code) => code === reason) ?? 'other'}`, { by, reason })
    case 'escalated':
      return t(`escalated.${ESCALATION_REASON_CODES.find((code) => code === reason) ?? 'other'}`, {
        by,
        reason,
      })
    default:
      return t(`by.${kind}`, { by })
  }
}
