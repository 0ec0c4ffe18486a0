import type { Metadata } from 'next'
import { useLocale, useT } from '#i18n'
import { Visible } from '@/components/item/visible'
import { CopyPages } from '@/components/rights/copy-pages'
import { CopyRows } from '@/components/rights/copy-rows'
import { QuestionPage } from '@/components/shell/question-page'
import { buttonClass } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { formatDate, formatMinute } from '@/lib/format'
import { orNotFound } from '@/lib/http/or-not-found'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import type { Copy } from '@/lib/takedowns/answer-copy'
import { openedCopy } from '@/lib/takedowns/open-copy'
import { Part } from '../../part'
import { Information } from './information'
import { OwnRequest } from './own-request'
import { Recipients } from './recipients'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('rights.copy')
  return { title: t('title'), robots: { index: false, follow: false }, referrer: 'strict-origin' }
}

export const dynamic = 'force-dynamic'

type Props = {
  params: Promise<{ token: string; secret: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** A copy that a code has opened, for half an hour. That it was looked at is recorded. */
export default async function CopyPage({ params, searchParams }: Props) {
  const [{ token, secret }, { from: asked }] = await Promise.all([params, searchParams])
  const copy = await orNotFound(openedCopy({ token, secret }, asked))
  const t = await getT('rights.copy')
  return (
    <QuestionPage
      back={{ href: paths.takedownTrack(token), label: copy.request }}
      title={t('heading', { dataset: copy.dataset.name })}
      lead={<Lead copy={copy} />}
    >
      <div className="flex flex-col gap-10">
        <div className="no-print flex flex-col items-start gap-2">
          {/* No <Link>: fetched ahead, it would be recorded as saved. */}
          <a
            href={paths.takedownCopyFile(token, secret)}
            className={buttonClass({ kind: 'primary', size: 'lg' })}
            download
          >
            {t('save')}
          </a>
          <p className="text-base text-ink-soft">{t('saveHint')}</p>
        </div>
        <Part title={t('rows')}>
          <div className="flex flex-col gap-6">
            <CopyRows rows={copy.rows} />
            <CopyPages pages={copy.pages} href={(from) => paths.takedownCopy(token, secret, from)} />
            {copy.not_all_of.length > 0 ? (
              <p className="text-base">
                <Visible
                  text={t('notAllOf', { n: copy.not_all_of.length, what: copy.not_all_of.join('; ') })}
                />
              </p>
            ) : null}
            {copy.not_given > 0 ? <p className="text-base">{t('notGiven', { n: copy.not_given })}</p> : null}
            {copy.gone > 0 ? <p className="text-base">{t('gone', { n: copy.gone })}</p> : null}
          </div>
        </Part>
        {copy.recipients ? (
          <Part title={t('recipients')}>
            <Recipients recipients={copy.recipients} />
          </Part>
        ) : null}
        <Part title={t('information')}>
          <Information parts={copy.information} />
        </Part>
        <Part title={t('request')}>
          <OwnRequest copy={copy} />
        </Part>
        <Part title={t('ask')}>
          <p className="text-base">
            <Link href={paths.takedownNew('privacy', copy.dataset.slug)} className="link">
              {t('ask')}
            </Link>
            . {t('askText')}
          </p>
        </Part>
      </div>
    </QuestionPage>
  )
}

function Lead({ copy }: { copy: Copy }) {
  const t = useT('rights.copy')
  const locale = useLocale()
  return (
    <>
      {copy.answered
        ? t('lead', { reference: copy.request, date: formatDate(new Date(copy.answered), false, locale) })
        : null}{' '}
      {copy.open_until ? t('closes', { time: formatMinute(new Date(copy.open_until), locale) }) : null}
    </>
  )
}
