import { useT } from '#i18n'
import { Visible } from '@/components/item/visible'
import { DescriptionList } from '@/components/ui/description-list'
import { Timestamp } from '@/components/ui/timestamp'
import type { Copy } from '@/lib/takedowns/answer-copy'
import { isKind } from '@/lib/takedowns/kinds'
import { isStatus } from '@/lib/takedowns/status'

/** What is held of them because they asked: this request, and the others of their mailbox. */
export function OwnRequest({ copy: { your_request: own, other_requests: others } }: { copy: Copy }) {
  const t = useT('rights.copy')
  const label = useT('labels')
  if (!own) return null
  return (
    <div className="flex flex-col gap-5">
      <DescriptionList
        items={[
          { term: t('name'), detail: <Visible text={own.name} /> },
          { term: t('email'), detail: <Visible text={own.email} /> },
          ...own.answers.map(({ asked, answered }) => ({ term: asked, detail: <Words>{answered}</Words> })),
          ...(own.files.length > 0
            ? [{ term: t('files'), detail: <Words>{own.files.map(({ name }) => name).join('\n')}</Words> }]
            : []),
          ...(own.kept_until
            ? [{ term: t('keptUntil'), detail: <Timestamp at={new Date(own.kept_until)} show="date" /> }]
            : []),
        ]}
      />
      {others.length > 0 ? (
        <div className="text-base">
          <h3 className="font-semibold">{t('others')}</h3>
          <ul className="list-disc ps-6">
            {others.map(({ request, kind, dataset, sent, status }) => (
              <li key={request}>
                {t('otherRequest', {
                  ...{ reference: request, dataset, date: sent },
                  kind: isKind(kind) ? label(`takedownKind.${kind}`) : kind,
                  status: isStatus(status) ? label(`takedownStatus.${status}`) : status,
                })}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <p className="text-base text-ink-soft">{t('restricted')}</p>
    </div>
  )
}

function Words({ children }: { children: string }) {
  return (
    <span className="whitespace-pre-wrap">
      <Visible text={children} />
    </span>
  )
}
