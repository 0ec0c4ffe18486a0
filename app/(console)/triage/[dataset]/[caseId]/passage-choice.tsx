'use client'

import { useT } from '#i18n'
import { useFormField } from '@/components/form/form-context'
import { Visible } from '@/components/item/visible'
import { Button } from '@/components/ui/button'
import { CategoryBadge } from '@/components/ui/category-badge'
import { Checkbox, ChoiceGroup } from '@/components/ui/choice'
import { Field, FieldErrors } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useHydrated } from '@/components/ui/use-hydrated'
import { beginEditing, type FoundPassages, type Passage, sentJudged, sentSpans } from '@/lib/review/passages'
import { CommandKey } from './key'
import { PassageEditor } from './passage-editor'
import { PassageList } from './passage-list'
import { useWorkbench } from './passages'
import { useAddNextWord, useAddSelection } from './use-add-passage'

/** The passages of the item, what is said of each, and, where it is redacted, words typed as they stand in the text. */
export function PassageChoice({
  types,
  category,
  redacts,
}: {
  types: readonly string[]
  category: string
  /** The item is going to be redacted. */
  redacts: boolean
}) {
  const t = useT('passages')
  const { id, errors } = useFormField('passages')
  const { value: typed } = useFormField('passages[]')
  const hydrated = useHydrated()
  const { editable, editing, found } = useWorkbench()
  const isEmpty = editing.passages.length === 0
  if (isEmpty && !editable && !redacts) return null
  return (
    <div className="flex flex-col gap-3">
      {hydrated ? (
        <section id={id} tabIndex={-1} aria-labelledby={`${id}-legend`} className="flex flex-col gap-2">
          <Heading id={`${id}-legend`} redacts={redacts} />
          <FieldErrors id={`${id}-error`} errors={errors} />
          {isEmpty ? (
            <p className="text-sm text-ink-soft">
              {t('nothing')} {editable ? t('selectWords') : ''}
            </p>
          ) : (
            <PassageList />
          )}
          <PassageEditor types={types} />
          {editable ? <AddButtons types={types} category={category} /> : null}
          <input type="hidden" name="spans[]" value={redacts ? sentSpans(editing.passages) : ''} />
          <input type="hidden" name="judged[]" value={sentJudged(editing.passages)} />
          <Said />
        </section>
      ) : found.length > 0 ? (
        <noscript>
          <PlainChoice id={id} found={found} errors={errors} />
        </noscript>
      ) : null}
      {redacts ? (
        <Field id={`${id}-typed`} label={t('typed')} hint={t('typedHint')}>
          {(control) => (
            <Input
              {...control}
              name="passages[]"
              defaultValue={typed}
              autoComplete="off"
              spellCheck={false}
            />
          )}
        </Field>
      ) : null}
    </div>
  )
}

function Heading({ id, redacts }: { id: string; redacts: boolean }) {
  const t = useT('passages')
  const { editing, edit } = useWorkbench()
  const count = (state: string) => editing.passages.filter((passage) => passage.state === state).length
  const of = {
    count: editing.passages.length,
    accepted: String(count('accepted')),
    rejected: String(count('rejected')),
  }
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <h3 id={id} className="text-sm font-medium">
        {redacts ? t('redacted') : t('found')}
      </h3>
      <p className="text-xs text-ink-soft">
        {of.count === 0
          ? t('counted', of)
          : t(of.rejected === '0' ? 'countedAccepted' : 'countedRejected', of)}
      </p>
      {editing.past.length > 0 ? (
        <Button
          size="sm"
          kind="quiet"
          className="ms-auto"
          onClick={() => edit({ do: 'undo' }, t('said.takenBack'))}
          title={t('takeBackHint')}
        >
          {t('takeBack')}
        </Button>
      ) : null}
    </div>
  )
}

function AddButtons({ types, category }: { types: readonly string[]; category: string }) {
  const t = useT('passages')
  const add = useAddSelection(types, category)
  const addWord = useAddNextWord(types, category)
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="sm" onClick={add} data-add-selection>
        {t('addSelected')} <CommandKey of="addSelection" />
      </Button>
      <Button size="sm" kind="quiet" onClick={addWord} title={t('addNextHint')}>
        {t('addNext')}
      </Button>
    </div>
  )
}

const Said = () => (
  <p role="status" className="text-sm text-ink-soft empty:hidden">
    <Visible text={useWorkbench().said} />
  </p>
)

/** Without JavaScript: each finding as a whole. */
function PlainChoice({
  id,
  found,
  errors,
}: {
  id: string
  found: readonly FoundPassages[]
  errors: readonly string[]
}) {
  const t = useT('passages.plain')
  return (
    <ChoiceGroup id={id} legend={t('legend')} errors={errors}>
      {found.map((finding) => {
        const { passages } = beginEditing([finding])
        const as = (state: Passage['state']) => passages.map((passage) => ({ ...passage, state }))
        return (
          <div key={`${finding.flagId} ${finding.field}`} className="flex flex-col gap-1">
            <Checkbox
              name="spans[]"
              value={sentSpans(as('accepted'))}
              defaultChecked={finding.own}
              label={<CategoryBadge category={finding.category} label={finding.type} />}
              hint={<Where finding={finding} passages={passages} />}
            />
            <Checkbox
              name="judged[]"
              value={sentJudged(as('rejected'))}
              label={t('reject')}
              className="ps-7"
            />
          </div>
        )
      })}
    </ChoiceGroup>
  )
}

function Where({ finding, passages }: { finding: FoundPassages; passages: readonly Passage[] }) {
  const t = useT('passages.plain')
  const { source, field, names } = finding
  const { start, end } = passages[0] ?? { start: 0, end: 0 }
  const text = names
    ? t('unseen', { source, field, n: names.length })
    : t(passages.length > 1 ? 'places' : 'place', {
        ...{ source, field, start: String(start), end: String(end) },
        more: String(passages.length - 1),
      })
  return <Visible text={text} />
}
