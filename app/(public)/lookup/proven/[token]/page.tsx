import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { useLocale, useT } from '#i18n'
import { ActionButton } from '@/components/form/action-button'
import { QuestionPage } from '@/components/shell/question-page'
import { Copied } from '@/components/ui/copied'
import { Link } from '@/components/ui/link'
import { ProgressBar } from '@/components/ui/progress-bar'
import { formatDate } from '@/lib/format'
import { getT } from '@/lib/i18n/server'
import { provenView } from '@/lib/lookup/prove'
import { askedFor } from '@/lib/lookup/sources'
import { paths } from '@/lib/paths'
import { beginAction } from '../../actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('lookup.proven')
  return { title: t('title'), robots: { index: false, follow: false }, referrer: 'strict-origin' }
}

type View = NonNullable<Awaited<ReturnType<typeof provenView>>>

/** Looking at the page begins nothing: mail scanners open every link. Only the button does. */
export default async function ProvenPage({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, t] = await Promise.all([params, getT('lookup.proven')])
  const view = await provenView(token)
  if (!view) notFound()
  return (
    <QuestionPage title={t('title')} lead={t('lead', { value: view.value })}>
      <div className="flex flex-col gap-5">
        <Answer view={view} token={token} />
        <Until view={view} />
      </div>
    </QuestionPage>
  )
}

function Answer({ view, token }: { view: View; token: string }) {
  const t = useT('lookup.proven')
  switch (view.state) {
    case 'sent':
      return view.shows !== null ? (
        <PageToShow view={view} shows={view.shows} token={token} />
      ) : (
        <>
          <p>{t('ready')}</p>
          <ActionButton
            action={beginAction}
            fields={{ token }}
            kind="primary"
            size="lg"
            pendingLabel={t('beginning')}
          >
            {t('begin')}
          </ActionButton>
        </>
      )
    case 'looking':
      return (
        <>
          <p>{t('looking')}</p>
          {view.cursor ? (
            <ProgressBar
              label={t('progress', { read: view.cursor.read, of: view.cursor.of })}
              done={view.cursor.read}
              total={view.cursor.of}
            />
          ) : null}
          <a href={paths.lookupProven(token)} className="link">
            {t('reload')}
          </a>
        </>
      )
    case 'done':
      return <Counts view={view} />
  }
}

/** A text to write on the page, and the button that has it looked at. */
function PageToShow({ view, shows, token }: { view: View; shows: string; token: string }) {
  const t = useT('process.track')
  const looked = useT('process.proof.looked')
  const [own, errors] = [useT('lookup.proven'), useT('lookup.errors')]
  return (
    <>
      <p>{t('page')}</p>
      <Copied text={view.value} />
      <p>{t('pageText')}</p>
      <Copied text={shows} />
      <p>{own('pageKeep')}</p>
      <p>{t('then')}</p>
      {view.lastLook ? (
        <p className="font-medium">
          {view.lastLook === 'too_often' ? errors('looks') : looked(view.lastLook)}
        </p>
      ) : null}
      <ActionButton
        action={beginAction}
        fields={{ token }}
        kind="primary"
        size="lg"
        pendingLabel={t('looking')}
      >
        {t('look')}
      </ActionButton>
      <a href={paths.lookupProven(token)} className="link">
        {own('pageReload')}
      </a>
    </>
  )
}

function Counts({ view: { counts, kind, value } }: { view: View }) {
  const t = useT('lookup.proven')
  if (counts.length === 0) return <p>{t('none')}</p>
  const { optOut, privacy } = askedFor({ kind, value })
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {counts.map(({ dataset, name, version, rows, of }) => (
          <li key={dataset} className="flex flex-col gap-1 py-3">
            <span>{t('count', { name, rows, of, version })}</span>
            {rows > 0 ? (
              <span className="flex flex-col gap-1 text-base">
                <Link href={paths.takedownNew('opt_out', dataset, { target: optOut })} className="link">
                  {t('optOut', { name })}
                </Link>
                {privacy ? (
                  <Link
                    href={paths.takedownNew('privacy', dataset, { target: privacy.targets })}
                    className="link"
                  >
                    {t('privacy', { name })}
                  </Link>
                ) : null}
                {privacy?.alone ? <span className="text-ink-soft">{t('alone')}</span> : null}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      <p className="text-base text-ink-soft">{t('notSearched')}</p>
    </>
  )
}

function Until({ view }: { view: View }) {
  const t = useT('lookup.proven')
  const locale = useLocale()
  return (
    <p className="text-base text-ink-soft">
      {t('until', { date: formatDate(view.expiresAt, false, locale) })}
    </p>
  )
}
