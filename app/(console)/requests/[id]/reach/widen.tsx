import { RadioField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { getT } from '@/lib/i18n/server'
import { type TargetReach, widerThan } from '@/lib/takedowns/reach-view'
import { widenAction } from './actions'

/** From a row to where it comes from: each choice with what it would come to in rows. */
export async function Widen({ requestId, target }: { requestId: string; target: TargetReach }) {
  const [t, sources] = await Promise.all([getT('reach.widen'), widerThan(target.candidates)])
  const wider = sources.filter(({ kind, value }) => kind !== target.kind || value !== target.text)
  if (wider.length === 0) return null
  return (
    <details>
      <summary className="cursor-pointer font-medium">{t('title')}</summary>
      <div className="mt-3 max-w-form">
        <Form action={widenAction}>
          <input type="hidden" name="requestId" value={requestId} />
          <input type="hidden" name="targetId" value={target.id} />
          <RadioField
            name="source"
            legend={t('legend')}
            options={wider.map(({ kind, value, rows }) => ({
              value: `${kind} ${value}`,
              label: t(kindOf(kind), { value, rows }),
            }))}
          />
          <SubmitButton kind="secondary">{t('submit')}</SubmitButton>
        </Form>
      </div>
    </details>
  )
}

/** A source id and a text are no wider than what was named. */
const kindOf = (kind: string) =>
  kind === 'author' || kind === 'url' || kind === 'prefix' || kind === 'host' ? kind : 'domain'
