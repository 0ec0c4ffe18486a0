import { useT } from '#i18n'
import { ActionButton } from '@/components/form/action-button'
import { SelectField, TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { PlaceChecklist } from '@/components/release/place-checklist'
import { Section } from '@/components/ui/page-header'
import { HOST_KINDS } from '@/lib/fulfilment/labels'
import type { HostView } from '@/lib/fulfilment/hosts'
import { addHostAction, endHostAction, tickAction } from './actions'

/** Where else the dataset can be had, and what of it was cleaned since the newest release. */
export function Places({ datasetId, hosts }: { datasetId: string; hosts: readonly HostView[] }) {
  const t = useT('fulfilment')
  return (
    <Section title={t('places.title')}>
      <p className="mb-6 max-w-prose">{t('places.lead')}</p>
      {hosts.length === 0 ? <p className="mb-6 text-ink-soft">{t('places.none')}</p> : null}
      <div className="flex flex-col gap-8">
        {hosts.map((host) => (
          <Place key={host.id} datasetId={datasetId} host={host} />
        ))}
      </div>
      <h3 className="mt-8 mb-4 text-base font-semibold">{t('places.add')}</h3>
      <div className="max-w-form">
        <Form action={addHostAction}>
          <input type="hidden" name="datasetId" value={datasetId} />
          <TextField name="name" label={t('places.name')} autoComplete="off" />
          <SelectField
            name="kind"
            label={t('places.kind')}
            placeholder={t('places.kindChoose')}
            options={HOST_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          />
          <TextField name="address" label={t('places.address')} type="url" autoComplete="off" />
          <SubmitButton>{t('places.submit')}</SubmitButton>
        </Form>
      </div>
    </Section>
  )
}

function Place({ datasetId, host }: { datasetId: string; host: HostView }) {
  const t = useT('fulfilment')
  const { id, name } = host
  return (
    <div>
      <PlaceChecklist
        host={host}
        open={(item) => (
          <ActionButton action={tickAction} fields={{ datasetId, hostId: id, item }}>
            <span aria-hidden="true">{t('places.tickShort')}</span>
            <span className="sr-only">{t('places.tick', { item: t(`item.${item}`), name })}</span>
          </ActionButton>
        )}
      />
      <div className="mt-3">
        <ActionButton action={endHostAction} fields={{ datasetId, hostId: id }}>
          {t('places.ended')}
        </ActionButton>
      </div>
    </div>
  )
}
