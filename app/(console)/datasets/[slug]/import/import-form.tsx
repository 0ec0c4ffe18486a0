'use client'

import { useState } from 'react'
import { useT } from '#i18n'
import { TextareaField, TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { importAction } from './actions'
import { UploadList, type Upload } from './upload-list'

/** Files go up one by one as they are chosen; the form then names their tickets. Addresses work without JavaScript too. */
export function ImportForm({ datasetId, slug }: { datasetId: string; slug: string }) {
  const t = useT('imports')
  const [uploads, setUploads] = useState<Upload[]>([])
  const waiting = uploads.some((upload) => upload.state === 'sending')
  return (
    <Form action={importAction}>
      <input type="hidden" name="datasetId" value={datasetId} />
      {uploads.map((upload) =>
        upload.state === 'done' ? (
          <input key={upload.key} type="hidden" name="files[]" value={upload.ticket} />
        ) : null,
      )}
      <UploadList slug={slug} uploads={uploads} onChange={setUploads} />
      <TextareaField name="urls" label={t('urls.label')} hint={t('urls.hint')} rows={3} />
      <TextField name="label" label={t('label.label')} hint={t('label.hint')} />
      <SubmitButton pendingLabel={t('submitting')} disabledReason={waiting ? t('wait') : null}>
        {t('submit')}
      </SubmitButton>
    </Form>
  )
}
