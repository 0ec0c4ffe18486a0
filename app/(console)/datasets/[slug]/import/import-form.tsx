'use client'

import { useState } from 'react'
import { TextareaField, TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { importAction } from './actions'
import { UploadList, type Upload } from './upload-list'

/** Files go up one by one as they are chosen; the form then names their tickets. Addresses work without JavaScript too. */
export function ImportForm({ datasetId, slug }: { datasetId: string; slug: string }) {
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
      <TextareaField
        name="urls"
        label="Or their web addresses"
        hint="One on each line. The files are fetched by this server."
        rows={3}
      />
      <TextField
        name="label"
        label="Name of this revision"
        hint="Optional, like 2026-05 or “after the second crawl”."
      />
      <SubmitButton
        pendingLabel="Queueing…"
        disabledReason={waiting ? 'Wait until the files are uploaded.' : null}
      >
        Import
      </SubmitButton>
    </Form>
  )
}
