'use client'

import {
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useId,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { useT } from '#i18n'
import { FormContext } from '@/components/form/form-context'
import { QuestionPage } from '@/components/shell/question-page'
import { Button } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import type { FormAction, FormState } from '@/lib/http/form-state'
import { paths } from '@/lib/paths'
import type { TakedownKind } from '@/lib/takedowns/attestations'
import { isKind } from '@/lib/takedowns/kinds'
import { CheckAnswers } from './check-answers'
import { forget, keep, keptOf, valuesOf } from './kept-draft'
import { Questions } from './questions'

export type Values = Readonly<Record<string, string>>
export type DatasetChoice = { slug: string; name: string }

/**
 * Two pages at one address: the questions, then the answers to check. Each step is a post that the server answers with the
 * next page, so all of it works without JavaScript; with it nothing is loaded and nothing typed is lost.
 */
export function TakedownForm({
  kind: opened,
  datasets,
  given,
  origin,
  draftAction,
  sendAction,
  before,
  read,
}: {
  /** The form that was opened; its answers may turn out to be those of another. */
  kind: TakedownKind
  datasets: readonly DatasetChoice[]
  /** Answers that came with the link here. */
  given: Values
  origin: string
  draftAction: FormAction
  sendAction: FormAction
  /** A page that comes first, until answers were given. */
  before?: ReactNode
  /** What the answers were read from, above the questions. */
  read?: ReactNode
}) {
  const t = useT('takedowns')
  const id = useId()
  const [draft, submitDraft, checking] = useActionState(draftAction, null)
  const [refusal, submitRequest, sending] = useActionState(sendAction, null)
  const [last, setLast] = useState<'draft' | 'request'>('draft')
  const refused = refusal?.ok === false && (last === 'request' || draft === null) ? refusal : null
  const checked = draftOf(draft)
  const check = refused?.values ?? (checked?.page === 'check' ? checked.values : null)
  const answers = check ?? checked?.values ?? (draft?.ok === false ? draft.values : undefined)
  const kind = isKind(answers?.kind) ? answers.kind : opened
  const page = check ? 'check' : 'form'
  const heading = useFocusOnTurn(page)
  const store = keptOf(kind)
  const kept = useSyncExternalStore(store.subscribe, store.get, () => null)
  const hasScript = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  )
  const [emptied, setEmptied] = useState(false)
  const form = useKeptAtOnce(kind, given, Boolean(read) && draft === null)

  // React resets a form after its action: submitting by hand keeps what was typed.
  const on = (submit: (form: FormData) => void, which: 'draft' | 'request', pending: boolean) => ({
    action: submit,
    onSubmit: (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault()
      if (pending) return
      const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null
      const data = new FormData(event.currentTarget, submitter)
      setLast(which)
      startTransition(() => submit(data))
    },
  })
  const toDraft = on(submitDraft, 'draft', checking)

  if (check) {
    return (
      <QuestionPage
        step={t('check.step')}
        title={
          <span ref={heading} tabIndex={-1}>
            {t('check.title')}
          </span>
        }
      >
        <CheckAnswers
          kind={kind}
          values={check}
          datasets={datasets}
          origin={origin}
          change={toDraft}
          send={on(submitRequest, 'request', sending)}
          sending={{ id, state: refused, pending: sending }}
        />
      </QuestionPage>
    )
  }
  if (before && draft === null) return before
  const isKept = !read && kept !== null && !emptied
  const typed = isKept && draft === null ? valuesOf(kept) : null
  return (
    <QuestionPage
      back={{ href: paths.takedowns(), label: t('form.back') }}
      step={t('form.step')}
      title={
        <span ref={heading} tabIndex={-1}>
          {t(`forms.${kind}.title`)}
        </span>
      }
      lead={t(`forms.${kind}.plain`)}
    >
      {typed ? (
        <div aria-live="polite" className="mb-8 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-base">
          <p className="text-good">{t('form.restored')}</p>
          <Button
            size="sm"
            onClick={() => {
              forget(kind)
              setEmptied(true)
            }}
          >
            {t('form.forget')}
          </Button>
        </div>
      ) : null}
      {draft === null ? (read ?? <HaveLetter kind={kind} dataset={given.dataset} />) : null}
      <form
        {...toDraft}
        ref={form}
        // Made anew where it is another form, or has other answers: never because it was refused, which would lose the chosen file.
        key={isKept ? `${kind} kept` : `${kind} ${emptied}`}
        noValidate
        onInput={(event) => keep(kind, event.currentTarget)}
        className="flex flex-col gap-10"
      >
        <FormContext value={{ id, state: draft?.ok === false ? draft : null, pending: checking }}>
          <Questions
            kind={kind}
            datasets={datasets}
            values={checked?.values ?? { ...typed, ...nonEmpty(given) }}
            origin={origin}
            keeps={hasScript}
          />
        </FormContext>
      </form>
    </QuestionPage>
  )
}

/** Whoever has written a letter already need not write it again. */
function HaveLetter({ kind, dataset }: { kind: TakedownKind; dataset: string | undefined }) {
  const t = useT('notices')
  if (kind !== 'copyright' && kind !== 'counter_notice' && kind !== 'retraction') return null
  return (
    <p className="mb-8 text-base text-ink-soft">
      {t.rich('have', {
        link: (words) => (
          <Link href={paths.takedownFromNotice(dataset)} className="text-accent underline underline-offset-3">
            {words}
          </Link>
        ),
      })}
    </p>
  )
}

/** A new page under the same address: focus and eye go to its heading, as they would have without JavaScript. */
function useFocusOnTurn(page: string) {
  const heading = useRef<HTMLSpanElement>(null)
  const shown = useRef(page)
  useEffect(() => {
    if (shown.current === page) return
    shown.current = page
    heading.current?.focus()
    window.scrollTo(0, 0)
  }, [page])
  return heading
}

/** What was filled in by us is kept like what is typed, before anybody types: a reload would have it read again. */
function useKeptAtOnce(kind: TakedownKind, given: Values, isFilledIn: boolean) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (isFilledIn && form.current) keep(kind, form.current)
  }, [kind, given, isFilledIn])
  return form
}

/** What came with the link wins over what was typed before it. */
const nonEmpty = (given: Values): Values =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))

function draftOf(state: FormState): { values: Values; page: 'form' | 'check' } | null {
  const data = state?.ok ? state.data : null
  return isDraft(data) ? data : null
}

function isDraft(data: unknown): data is { values: Values; page: 'form' | 'check' } {
  return typeof data === 'object' && data !== null && 'values' in data && 'page' in data
}
