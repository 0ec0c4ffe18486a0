'use client'

import { useRef } from 'react'
import { useRouter } from 'next/navigation'
import { useT } from '#i18n'
import { RadioField } from '@/components/form/choice-fields'
import { TextareaField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { DialogButton } from '@/components/ui/dialog'
import { useToast } from '@/components/ui/toast'
import { useHydrated } from '@/components/ui/use-hydrated'
import { reportAction } from './actions'
import { CommandKey, Key } from './key'
import { useSendTo } from './shift'
import { useShift } from './shift-frame'
import { useReasonKeys } from './use-reason-keys'

type Reportable = {
  datasetId: string
  caseId: string
  categories: readonly { id: string; label: string; restricted: boolean }[]
  /** How many its reader hides in a day before somebody looks first; null for who is not limited. */
  most: number | null
  /** What its reader works through. */
  queue: string
  /** Where to go once the item may not be seen any more, for who works through no queue. */
  away: string
}

/** For what is wrong with an item beside what its case is about. */
export function ReportItem(at: Reportable) {
  const t = useT('decide.report')
  return (
    <span data-report>
      <DialogButton
        size="sm"
        label={
          <>
            {t('button')} <CommandKey of="report" />
          </>
        }
        title={t('title')}
      >
        <ReportForm {...at} />
      </DialogButton>
    </span>
  )
}

function ReportForm({ datasetId, caseId, categories, most, queue, away }: Reportable) {
  const t = useT('decide.report')
  const shift = useShift()
  const router = useRouter()
  const toast = useToast()
  const send = useSendTo('reports')
  const hydrated = useHydrated()
  const inside = useRef<HTMLDivElement>(null)
  useReasonKeys(
    inside,
    categories.map(({ id }) => id),
  )
  function onSuccess(data: unknown) {
    inside.current?.closest('dialog')?.close()
    const category = categories.find(({ id }) => id === categoryOf(data))
    if (!category) return
    const isGone = isTrue(data, 'restricted')
    toast({
      text: isGone
        ? t('gone')
        : isTrue(data, 'inSight')
          ? t('inSight')
          : t('reported', { category: category.label }),
    })
    if (!isGone) return
    if (shift) shift.goOn()
    else router.push(away)
  }
  return (
    <Form action={hydrated ? send : reportAction} resetOnSuccess onSuccess={({ data }) => onSuccess(data)}>
      <p className="text-sm text-ink-soft">{t('lead')}</p>
      <input type="hidden" name="datasetId" value={datasetId} />
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="queue" value={queue} />
      <RadioField
        name="category"
        legend={t('legend')}
        options={categories.map(({ id, label, restricted }, i) => ({
          value: id,
          label: (
            <>
              {label} {i < 9 ? <Key>{i + 1}</Key> : null}
            </>
          ),
          hint: restricted
            ? most === null
              ? t('hidden')
              : t('hiddenTo', { most: String(most) })
            : undefined,
        }))}
      />
      <TextareaField name="note" label={t('note')} hint={t('noteHint')} rows={2} />
      <div ref={inside}>
        <SubmitButton pendingLabel={t('sending')}>{t('submit')}</SubmitButton>
      </div>
    </Form>
  )
}

const isTrue = (data: unknown, name: 'restricted' | 'inSight'): boolean =>
  typeof data === 'object' &&
  data !== null &&
  Object.entries(data).some(([key, is]) => key === name && is === true)

const categoryOf = (data: unknown): unknown =>
  typeof data === 'object' && data !== null && 'category' in data ? data.category : undefined
