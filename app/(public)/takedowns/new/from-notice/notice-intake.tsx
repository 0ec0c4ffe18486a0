'use client'

import {
  type FormEvent,
  startTransition,
  useActionState,
  useEffect,
  useId,
  useRef,
  useSyncExternalStore,
} from 'react'
import { useT } from '#i18n'
import { FormContext } from '@/components/form/form-context'
import { QuestionPage } from '@/components/shell/question-page'
import { Link } from '@/components/ui/link'
import type { FormAction, FormState } from '@/lib/http/form-state'
import { paths } from '@/lib/paths'
import type { LetterReading } from '@/lib/takedowns/read-letter'
import { keptOf } from '../kept-draft'
import { type DatasetChoice, TakedownForm } from '../takedown-form'
import { LetterFields } from './letter-fields'
import { WhatWasRead } from './what-was-read'

/**
 * A letter first, then the form with its answers. The form stands in the tree from the beginning: without JavaScript its own steps are posts to
 * this page, which find their answers again only where they were.
 */
export function NoticeIntake({
  datasets,
  dataset,
  origin,
  readAction,
  draftAction,
  sendAction,
}: {
  datasets: readonly DatasetChoice[]
  /** Slug of the dataset that the link here was for. */
  dataset: string
  origin: string
  readAction: FormAction
  draftAction: FormAction
  sendAction: FormAction
}) {
  const t = useT('notices')
  const id = useId()
  const [state, submit, pending] = useActionState(readAction, null)
  const reading = readingOf(state)
  const filled = reading?.filled ?? null
  const report = useFocusOnAnswer(reading)

  // React resets a form after its action: submitting by hand keeps what was pasted.
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    if (!pending) startTransition(() => submit(data))
  }
  const letter = (
    <form action={submit} onSubmit={onSubmit} noValidate className="flex flex-col gap-6">
      <FormContext value={{ id, state, pending }}>
        <LetterFields dataset={dataset} letter={reading?.letter} type={reading?.type} />
      </FormContext>
    </form>
  )
  const read = reading ? (
    <div ref={report} tabIndex={-1} className="mb-10 flex flex-col gap-6">
      <WhatWasRead reading={reading} />
      <details className="text-base">
        <summary className="cursor-pointer text-accent">{t('again')}</summary>
        <div className="mt-4">{letter}</div>
      </details>
    </div>
  ) : null
  const first = (
    <QuestionPage back={{ href: paths.takedowns(), label: t('back') }} title={t('title')} lead={t('lead')}>
      {read ?? (
        <>
          {KINDS_OF_LETTERS.map((kind) => (
            <GoOn key={kind} kind={kind} />
          ))}
          {letter}
        </>
      )}
    </QuestionPage>
  )
  return (
    <TakedownForm
      kind={filled?.kind ?? 'copyright'}
      datasets={datasets}
      given={filled?.values ?? {}}
      origin={origin}
      draftAction={draftAction}
      sendAction={sendAction}
      before={filled ? undefined : first}
      read={read}
    />
  )
}

/** What a letter is read as. */
const KINDS_OF_LETTERS = ['copyright', 'counter_notice', 'retraction'] as const

/** What was filled in before this page was loaded again is kept in the form itself. */
function GoOn({ kind }: { kind: (typeof KINDS_OF_LETTERS)[number] }) {
  const t = useT('notices')
  const form = useT('takedowns.forms')
  const store = keptOf(kind)
  const kept = useSyncExternalStore(store.subscribe, store.get, () => null)
  const line = useRef<HTMLParagraphElement>(null)
  // A page that is loaded again stands where it stood, further down.
  useEffect(() => {
    if (kept !== null) line.current?.scrollIntoView({ block: 'center' })
  }, [kept])
  if (kept === null) return null
  return (
    <p ref={line} aria-live="polite" className="mb-8 text-base">
      {t.rich('goOn', {
        form: form(`${kind}.title`),
        link: (words) => (
          <Link href={paths.takedownNew(kind)} className="link">
            {words}
          </Link>
        ),
      })}
    </p>
  )
}

/** The answer stands in place of the question: whoever cannot see that is taken to it. */
function useFocusOnAnswer(reading: LetterReading | null) {
  const report = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (reading) report.current?.focus()
  }, [reading])
  return report
}

function readingOf(state: FormState): LetterReading | null {
  const data = state?.ok ? state.data : null
  return isReading(data) ? data : null
}

function isReading(data: unknown): data is LetterReading {
  return typeof data === 'object' && data !== null && 'filled' in data && 'elements' in data
}
