'use client'

import { useId, type Dispatch, type SetStateAction } from 'react'
import { useT } from '#i18n'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FileInput } from '@/components/ui/input'
import { ProgressBar } from '@/components/ui/progress-bar'
import { formatBytes } from '@/lib/format'
import { SendFailure, sendFile } from './send-file'

export type Upload = { key: string; name: string; bytes: number } & (
  | { state: 'sending'; sent: number; startedAt: number; stop: () => void }
  | { state: 'done'; ticket: string }
  | { state: 'failed'; reason: string }
)

type Props = { slug: string; uploads: Upload[]; onChange: Dispatch<SetStateAction<Upload[]>> }

export function UploadList({ slug, uploads, onChange }: Props) {
  const t = useT('imports')
  const id = useId()
  const replace = (upload: Upload) =>
    onChange((all) => all.map((known) => (known.key === upload.key ? upload : known)))

  function add(files: FileList | null) {
    const added = [...(files ?? [])].map((file): Upload => {
      const base = { key: crypto.randomUUID(), name: file.name, bytes: file.size }
      const startedAt = Date.now()
      const sending = sendFile(slug, file, (sent) =>
        replace({ ...base, state: 'sending', sent, startedAt, stop: sending.stop }),
      )
      sending.ticket.then(
        (ticket) => replace({ ...base, state: 'done', ticket }),
        (error: unknown) =>
          replace({
            ...base,
            state: 'failed',
            reason:
              error instanceof SendFailure
                ? (error.said ?? t(`failure.${error.code}`))
                : t('failure.unknown'),
          }),
      )
      return { ...base, state: 'sending', sent: 0, startedAt, stop: sending.stop }
    })
    onChange((all) => [...all, ...added])
  }

  function remove(upload: Upload) {
    if (upload.state === 'sending') upload.stop()
    onChange((all) => all.filter(({ key }) => key !== upload.key))
  }

  return (
    <>
      <Field id={id} label={t('files.label')} hint={t('files.hint')}>
        {(control) => (
          <FileInput
            {...control}
            multiple
            onChange={(event) => {
              add(event.currentTarget.files)
              event.currentTarget.value = ''
            }}
          />
        )}
      </Field>
      <ul aria-live="polite" className="flex flex-col gap-3 empty:hidden">
        {uploads.map((upload) => (
          <li key={upload.key} className="flex items-start justify-between gap-4">
            <div className="min-w-0 flex-1">
              <UploadState upload={upload} />
            </div>
            <Button kind="quiet" size="sm" onClick={() => remove(upload)}>
              {t.rich('files.remove', {
                name: upload.name,
                quiet: (words) => <span className="sr-only">{words}</span>,
              })}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}

function UploadState({ upload }: { upload: Upload }) {
  const t = useT('imports.files')
  if (upload.state === 'done')
    return (
      <p className="wrap-anywhere">{t('uploaded', { name: upload.name, size: formatBytes(upload.bytes) })}</p>
    )
  if (upload.state === 'failed')
    return (
      <p className="wrap-anywhere text-bad">{t('failed', { name: upload.name, reason: upload.reason })}</p>
    )
  const amount = t('amount', { sent: formatBytes(upload.sent), size: formatBytes(upload.bytes) })
  return <ProgressBar {...progressOf(upload)} amount={amount} />
}

function progressOf(upload: Extract<Upload, { state: 'sending' }>) {
  const seconds = (Date.now() - upload.startedAt) / 1000
  const perSecond = seconds > 0.5 ? upload.sent / seconds : 0
  return {
    label: upload.name,
    done: upload.sent,
    total: upload.bytes,
    rate: perSecond > 0 ? `${formatBytes(perSecond)}/s` : undefined,
    secondsLeft: perSecond > 0 ? (upload.bytes - upload.sent) / perSecond : null,
  }
}
