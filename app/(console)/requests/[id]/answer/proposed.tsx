import { useT } from '#i18n'
import { ActionButton } from '@/components/form/action-button'
import { CopyPages } from '@/components/rights/copy-pages'
import { CopyRows } from '@/components/rights/copy-rows'
import { Visible } from '@/components/item/visible'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/page-header'
import { paths } from '@/lib/paths'
import type { AnswerView } from '@/lib/takedowns/answer-view'
import { agreeToAnswerAction, applyAction, dropAction } from './actions'

/** What somebody proposed, as it would be told, and the word of somebody else. */
export function Proposed({ view: { request, proposed, mayAnswer, asked } }: { view: AnswerView }) {
  const t = useT('rights.staff')
  const errors = useT('rights.errors')
  if (!proposed) return null
  const fields = { requestId: request.id, answerId: proposed.id }
  const { rows, others, all } = proposed.counts
  return (
    <Section title={t('proposed')}>
      <div className="flex flex-col gap-5">
        {proposed.kind === 'copy' ? (
          <>
            <p>{t('counts', { rows, others, rest: all - rows - others })}</p>
            {proposed.copy ? (
              <div>
                <h3 className="mb-3 font-semibold">{t('asTheyGet')}</h3>
                <CopyRows rows={proposed.copy.rows} />
                <CopyPages
                  pages={proposed.copy.pages}
                  href={(from) => paths.requestAnswer(request.id, from)}
                />
              </div>
            ) : null}
          </>
        ) : null}
        {proposed.statement ? (
          <Callout title={t('statement')}>
            <p className="whitespace-pre-wrap">
              <Visible text={proposed.statement} />
            </p>
          </Callout>
        ) : null}
        <div className="flex flex-wrap gap-3">
          {proposed.kind === 'copy' ? (
            <ActionButton
              action={agreeToAnswerAction}
              fields={fields}
              kind="primary"
              pendingLabel={t('agreeing')}
              disabledReason={asked ?? (proposed.own ? errors('proposedByYou') : null)}
            >
              {t('agree')}
            </ActionButton>
          ) : null}
          {proposed.kind === 'correction' && mayAnswer ? (
            <ActionButton
              action={applyAction}
              fields={fields}
              kind="primary"
              pendingLabel={t('applying')}
              disabledReason={asked ?? (proposed.acceptedAt ? null : errors('notAccepted'))}
            >
              {t('apply')}
            </ActionButton>
          ) : null}
          <ActionButton action={dropAction} fields={fields} pendingLabel={t('dropping')}>
            {t('drop')}
          </ActionButton>
        </div>
      </div>
    </Section>
  )
}
