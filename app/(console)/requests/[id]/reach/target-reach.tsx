import { useT } from '#i18n'
import { ItemSnippet } from '@/components/item/item-snippet'
import { Visible } from '@/components/item/visible'
import { RadioField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Badge } from '@/components/ui/badge'
import { Checkbox } from '@/components/ui/choice'
import { Section } from '@/components/ui/page-header'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { formatPercent } from '@/lib/format'
import { NOT_MEANT } from '@/lib/takedowns/not-meant-reasons'
import { fuzzyOf } from '@/lib/takedowns/reach-shown'
import type { Candidate, TargetReach } from '@/lib/takedowns/reach-view'
import { lookAction, narrowAction } from './actions'
import { Beyond } from './beyond'
import { Rest } from './rest'
import { Widen } from './widen'

const LONGEST = 300

/** One thing that was named: what it was found to be, to be looked at; and the ways to make it less or more. */
export function TargetReachView({
  requestId,
  target,
  denied,
}: {
  requestId: string
  target: TargetReach
  denied: string | null
}) {
  const t = useT('reach.target')
  const named = useT('takedowns.target')
  const { id, kind, text, rows, items, dropped, candidates, fuzzy, state } = target
  return (
    <Section
      title={
        <span className="block first-letter:uppercase">
          {named(`one.${kind}`)}:{' '}
          {text === null ? (
            named('notShown')
          ) : (
            <Visible text={text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text} />
          )}
        </span>
      }
      actions={
        <span className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
          {candidates.length > 0 ? <Badge>{t(fuzzy ? 'fuzzy' : 'exact')}</Badge> : null}
          {target.added ? <Badge>{t('added')}</Badge> : null}
          {rows === null ? null : <span>{t('rows', { n: rows })}</span>}
        </span>
      }
    >
      <div className="flex flex-col gap-5">
        {candidates.length === 0 ? (
          <p className="text-ink-soft">{t(state === 'pending' ? 'pending' : 'nothing')}</p>
        ) : (
          <>
            <p className="text-sm text-ink-soft">
              {t(fuzzy ? 'fuzzyHint' : 'exactHint')} · {t('items', { n: items })}
            </p>
            <Sample requestId={requestId} target={target} denied={denied} />
            {items > candidates.length ? (
              <p className="text-sm text-ink-soft">{t('sample', { n: items - candidates.length })}</p>
            ) : null}
            {dropped > 0 && target.isWhole ? <p className="text-sm">{t('whole')}</p> : null}
            {fuzzy ? <Rest requestId={requestId} targetId={id} fuzzy={fuzzy} denied={denied} /> : null}
            {target.beyond ? (
              <Beyond
                requestId={requestId}
                beyond={target.beyond}
                inHand={items}
                toSettle={(fuzzy?.rest ?? 0) > 0}
                denied={denied}
              />
            ) : null}
            {denied || target.isWhole ? null : <Widen requestId={requestId} target={target} />}
          </>
        )}
      </div>
    </Section>
  )
}

function Sample({
  requestId,
  target,
  denied,
}: {
  requestId: string
  target: TargetReach
  denied: string | null
}) {
  const t = useT('reach.target')
  const { id, candidates, fuzzy } = target
  const open = fuzzyOf(candidates)
  const list = <CandidateTable target={target} choose={denied ? null : fuzzy ? 'belong' : 'drop'} />
  if (denied || (fuzzy ? open.length === 0 : candidates.every(({ state }) => state === 'dropped')))
    return list
  return (
    <Form action={fuzzy ? lookAction : narrowAction}>
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="targetId" value={id} />
      {fuzzy
        ? open.map((digest) => <input key={digest} type="hidden" name="shown[]" value={digest} />)
        : null}
      {list}
      {fuzzy ? null : (
        <RadioField
          name="why"
          legend={t('why.legend')}
          options={NOT_MEANT.map((value) => ({ value, label: t(`why.${value}`) }))}
        />
      )}
      <SubmitButton kind="secondary" pendingLabel={t('narrowing')}>
        {t(fuzzy ? 'record' : 'narrow')}
      </SubmitButton>
    </Form>
  )
}

function CandidateTable({ target, choose }: { target: TargetReach; choose: 'belong' | 'drop' | null }) {
  const t = useT('reach.target')
  return (
    <Table caption={t('caption')}>
      <TableHead>
        <Th>{t(choose === 'belong' ? 'belongs' : 'choose')}</Th>
        <Th>{t('text')}</Th>
        <Th>{t('where')}</Th>
      </TableHead>
      <TableBody>
        {target.candidates.map((candidate) => (
          <Tr key={candidate.digest}>
            <Td label={t(choose === 'belong' ? 'belongs' : 'choose')}>
              <Choice candidate={candidate} choose={choose} />
            </Td>
            <Td className="wrap-anywhere">
              <Text candidate={candidate} />
            </Td>
            <Td label={t('where')}>
              <Where candidate={candidate} />
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}

function Choice({ candidate, choose }: { candidate: Candidate; choose: 'belong' | 'drop' | null }) {
  const t = useT('reach.target')
  const { digest, state, tier } = candidate
  const isOpen = state !== 'dropped' && (tier === 'exact' || state === 'found')
  if (choose === null || !isOpen) return <span className="text-ink-soft">{t(`state.${state}`)}</span>
  return (
    <Checkbox
      name={`${choose}[]`}
      value={digest}
      label={<span className="sr-only">{t(choose === 'belong' ? 'belongs' : 'choose')}</span>}
    />
  )
}

function Text({ candidate: { text, similarity, contained } }: { candidate: Candidate }) {
  const t = useT('reach.target')
  return (
    <>
      {text.state === 'shown' ? (
        <ItemSnippet text={text.text} length={600} lines="few" />
      ) : (
        <span className="text-ink-soft">{t(text.state === 'hidden' ? 'hidden' : 'unread')}</span>
      )}
      {similarity === null ? null : (
        <span className="block text-ink-soft">
          {t('similar', { share: formatPercent(similarity) })}
          {contained === null ? null : ` · ${t('contained', { share: formatPercent(contained) })}`}
        </span>
      )}
    </>
  )
}

function Where({ candidate: { ordinal, row, rows, url } }: { candidate: Candidate }) {
  const t = useT('reach.target')
  if (ordinal === null || row === null) return <span className="text-ink-soft">{t('earlier')}</span>
  return (
    <span className="text-ink-soft">
      {t('row', { file: String(ordinal + 1), row })}
      {rows > 1 ? ` · ${t('rowsOf', { n: rows })}` : null}
      {url === null ? null : (
        <span className="block wrap-anywhere">
          <Visible text={url} />
        </span>
      )}
    </span>
  )
}
