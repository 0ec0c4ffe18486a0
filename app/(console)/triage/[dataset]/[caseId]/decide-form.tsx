'use client'

import { type ReactNode, type RefObject, useEffectEvent, useLayoutEffect, useState } from 'react'
import { useRouter } from 'next/navigation'
import { useT } from '#i18n'
import { Form } from '@/components/form/form'
import { TextareaField } from '@/components/form/fields'
import { SubmitButton } from '@/components/form/submit-button'
import { useFormField } from '@/components/form/form-context'
import type { Feedback } from '@/lib/golden/feedback'
import type { FormAction } from '@/lib/http/form-state'
import { ACTIONS } from '@/lib/review/labels'
import type { Action } from '@/lib/review/status'
import { ActionChoice } from './action-choice'
import { LabelField } from './label-field'
import { Overtaken } from './overtaken'
import { type Reachable, ReachFields } from './reach-fields'
import { KEYS, ReasonChoice, type ShownReason } from './reason-choice'
import { PassageChoice } from './passage-choice'
import { useWorkbench } from './passages'
import { ShortcutSheet } from './shortcut-sheet'
import { keepSent, refusedVote, takenBack } from './outbox'
import { afterInShift, secondsOf, type Shift, useSendTo } from './shift'
import { useShift } from './shift-frame'
import { useCaseKeys } from './use-case-keys'
import { useHandlingTime } from './use-handling-time'
import { useRecorded, type VotedOn } from './use-recorded'
import { useHeard } from '@/components/ui/toast'
import { useHydrated } from '@/components/ui/use-hydrated'
import { CommandKey } from './key'

type Props = {
  /** For a form that the browser posts: it counts at once. What a script sends is held, so that it can be taken back. */
  action: FormAction
  /** A vote, which counts with others, or a lead's word. */
  kind: 'vote' | 'decision'
  on: VotedOn
  /** Where who decided goes on, or the shift whose next case that is. */
  then: string | Shift
  /** Nobody but safety officers sees the item. */
  restricted: boolean
  hidden: Readonly<Record<string, string>>
  submitLabel: ReactNode
  reasons: readonly ShownReason[]
  policy: { number: number; text: string; href: string }
  /** What a passage that is added can be called; the category of the case. */
  passages: { types: readonly string[]; category: string }
  nextHref: string | null
  /** How far it reaches, where a lead decides directly. */
  reach?: Reachable | undefined
}

/** Everything a decision needs, by mouse, finger or key. Without JavaScript it is one long form that works the same. */
export function DecideForm({ action, kind, on, then, restricted, hidden, ...rest }: Props) {
  const shift = useShift()
  const hydrated = useHydrated()
  const send = useSendTo(kind === 'vote' ? 'votes' : 'decisions')
  const decidedAlone = useDecidedAlone(on, then)
  const t = useT('decide')
  const refused = shift ? refusedVote(on.caseId) : null
  const [typed] = useState(() => takenBack(on.caseId)?.values)
  const { found, editing } = useWorkbench()
  return (
    <Form
      action={hydrated ? send : action}
      first={refused && { ...refused, message: refused.message ?? t('unreachable') }}
      typed={typed}
      takes={(form) => {
        keepSent(on.caseId, form, { found, editing })
        return kind === 'vote' && isWhole(form) && shift?.votedAhead(form, { found, editing }) === true
      }}
      onSuccess={({ data }) =>
        shift
          ? shift.voted(chosenIn(data), checkIn(data))
          : decidedAlone(chosenIn(data), checkIn(data), secondsOf(data))
      }
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Fields {...rest} kind={kind} restricted={restricted} />
    </Form>
  )
}

/** After a vote or a decision on a case that was opened from a table, by its address, or out of a shift. */
function useDecidedAlone(on: VotedOn, then: string | Shift) {
  const router = useRouter()
  const recorded = useRecorded()
  return (action: Action, check: Feedback | null, seconds: number) => {
    // A check is answered under its own address.
    if (check) return router.refresh()
    recorded(on, action, seconds)
    if (typeof then === 'string') router.push(then)
    else void afterInShift(then).then((next) => router.push(next))
  }
}

/** What somebody chose before the scripts of the page had come stands in the page alone: it is taken from there, or it would be lost. */
function useChosenBefore(
  form: RefObject<HTMLElement | null>,
  take: (action: Action | undefined, reasonCode: string | undefined) => void,
): void {
  const read = useEffectEvent(() => {
    const checked = (name: string) =>
      form.current?.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`)?.value
    const action = checked('action')
    take(
      ACTIONS.find((known) => known === action),
      checked('reasonCode'),
    )
  })
  // With the first picture: the next one is drawn from what is known here.
  useLayoutEffect(() => read(), [])
}

/** A reason is somebody's thought: it stays where the action allows it, and is filled in only where there is nothing to choose. */
function reasonLeft(reasons: readonly ShownReason[], action: Action, chosen: string | null): string | null {
  const allowed = reasons.filter(({ actions }) => actions.includes(action))
  if (allowed.some(({ code }) => code === chosen)) return chosen
  return allowed.length === 1 ? (allowed[0]?.code ?? null) : null
}

const usualOf = (reason: ShownReason | undefined): Action | undefined =>
  ACTIONS.find((known) => known === reason?.actions[0])

/** Says what a key has chosen: nothing has the focus then, and a screen reader says of a choice what has it. */
function useChoiceHeard(
  reasons: readonly ShownReason[],
): (action: Action | undefined, reason: string | null) => void {
  const t = useT('decide.heard')
  const labels = useT('labels.action')
  const hear = useHeard()
  return (action, wanted) => {
    const code = action ? reasonLeft(reasons, action, wanted) : wanted
    const reason = reasons.find((one) => one.code === code)?.label ?? ''
    if (!action) return hear('choice', reason)
    const verb = labels(`${action}.verb`)
    if (reason) return hear('choice', t('whole', { action: verb, reason }))
    const allowed = reasons.filter(({ actions }) => actions.includes(action)).slice(0, KEYS)
    const list = allowed.map(({ label }, index) => `${index + 1} ${label}`).join(', ')
    hear('choice', t('which', { action: verb, reasons: list }))
  }
}

/** Nothing of it can be missing. Whether typed words stand in the text only the server knows: such a redaction waits for its answer. */
function isWhole(form: FormData): boolean {
  const says = (name: string) => form.getAll(name).some((value) => String(value).trim() !== '')
  const asked: Record<string, boolean> = {
    keep: true,
    remove: true,
    restrict: true,
    redact: says('spans[]') && !says('passages[]'),
    label: says('label'),
  }
  return form.get('reasonCode') !== null && asked[String(form.get('action'))] === true
}

const chosenIn = (data: unknown): Action =>
  ACTIONS.find(
    (action) => typeof data === 'object' && data !== null && 'action' in data && data.action === action,
  ) ?? 'keep'

/** The answer of a golden item, which the vote comes back with. */
const checkIn = (data: unknown): Feedback | null =>
  typeof data === 'object' && data !== null && 'check' in data && isFeedback(data.check) ? data.check : null

const isFeedback = (check: unknown): check is Feedback =>
  typeof check === 'object' && check !== null && 'servingId' in check

function Fields({
  submitLabel,
  reasons,
  policy,
  passages,
  nextHref,
  reach,
  kind,
  restricted,
}: Omit<Props, 'action' | 'on' | 'then' | 'hidden'>) {
  const t = useT('decide')
  const sent = { action: useFormField('action').value, reason: useFormField('reasonCode').value }
  const [chosen, setChosen] = useState<Action | null>(ACTIONS.find((known) => known === sent.action) ?? null)
  const [reason, setReason] = useState<string | null>(sent.reason ?? null)
  const hydrated = useHydrated()
  const shown = chosen && hydrated ? reasons.filter(({ actions }) => actions.includes(chosen)) : reasons
  const form = useHandlingTime()
  const offered = new Set(reasons.flatMap(({ actions }) => actions))
  const shows = (action: Action) => (hydrated ? chosen === action : offered.has(action))

  function chooseAction(next: Action) {
    setChosen(next)
    setReason(reasonLeft(reasons, next, reason))
  }
  function chooseReason(code: string) {
    setReason(code)
    const usual = usualOf(reasons.find((one) => one.code === code))
    if (!chosen && usual) setChosen(usual)
  }

  useChosenBefore(form, (action, code) => {
    if (action) setChosen(action)
    if (code) setReason(code)
  })
  const hear = useChoiceHeard(reasons)
  useCaseKeys({
    form,
    chooseAction: (next) => {
      chooseAction(next)
      hear(next, reason)
    },
    chooseReason: (index) => {
      const one = shown[index]
      if (!one) return
      chooseReason(one.code)
      hear(chosen ?? usualOf(one), one.code)
    },
    nextHref,
  })
  return (
    <div ref={form} className="flex flex-col gap-5">
      <Overtaken nextHref={nextHref} />
      <ActionChoice chosen={chosen} onChoose={chooseAction} offered={offered} />
      <PassageChoice {...passages} redacts={shows('redact')} />
      {shows('label') ? <LabelField /> : null}
      <ReasonChoice reasons={shown} chosen={reason} onChoose={chooseReason} policy={policy} />
      {reach ? <ReachFields {...reach} /> : null}
      <TextareaField name="note" label={t('note')} hint={t('noteHint')} rows={2} />
      <noscript>
        <p className="text-sm text-ink-soft">{t(kind === 'vote' ? 'countsAtOnce' : 'holdsAtOnce')}</p>
      </noscript>
      {kind === 'decision' && hydrated ? (
        <p className="text-sm text-ink-soft">
          {t('final')} {restricted ? t('hidesAtOnce') : ''}
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 lg:sticky lg:bottom-0 lg:bg-canvas lg:py-2">
        <SubmitButton pendingLabel={t('recording')}>
          {submitLabel} <CommandKey of="submit" />
        </SubmitButton>
        {hydrated ? <ShortcutSheet /> : null}
      </div>
    </div>
  )
}
