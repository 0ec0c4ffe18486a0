import type { Metadata } from 'next'
import { Messages } from '@/app/messages'
import { QuestionPage } from '@/components/shell/question-page'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { localeOfReader } from '@/lib/i18n/say'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { isUrgent } from '@/lib/urgent/labels'
import { COUNTRIES, countryOf, GENERAL } from '@/lib/urgent/hotlines'
import { HelperLink, Helpers, WhenChecked } from '../helpers'
import { LeavePage } from '../leave-page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('urgent')
  return { title: t('tab'), robots: { index: false } }
}

/** A page of its own, so that choosing a country loses nothing that was typed elsewhere. */
export default async function HelpPage({ searchParams }: PageProps<'/takedowns/urgent/help'>) {
  const asked = await searchParams
  const about = isUrgent(asked.about) ? asked.about : null
  const chosen = countryOf(asked.country)
  const [t, back, locale] = await Promise.all([getT('urgent.help'), getT('urgent'), localeOfReader()])
  const names = new Intl.DisplayNames([locale], { type: 'region' })
  const nameOf = (code: string) => names.of(code) ?? code
  const countries = COUNTRIES.map(({ code }) => ({ value: code, label: nameOf(code) })).sort((a, b) =>
    a.label.localeCompare(b.label, locale),
  )
  const inhope = GENERAL.find(({ id }) => id === 'inhope')
  return (
    <Messages areas={['urgent']}>
      <LeavePage />
      <QuestionPage
        back={{ href: paths.takedownUrgent({ about: about ?? undefined }), label: back('back') }}
        title={t('page')}
      >
        <form method="get" className="flex flex-col gap-3">
          {about ? <input type="hidden" name="about" value={about} /> : null}
          <label htmlFor="country" className="font-medium">
            {t('country')}
          </label>
          <Select
            id="country"
            name="country"
            size="lg"
            placeholder={t('chooseCountry')}
            options={countries}
            defaultValue={chosen?.code ?? ''}
          />
          <div>
            <Button type="submit" size="lg">
              {t('show')}
            </Button>
          </div>
        </form>
        {chosen ? (
          <section className="mt-10" aria-labelledby="in-country">
            <h2 id="in-country" className="text-xl">
              {nameOf(chosen.code)}
            </h2>
            <p className="mt-3 text-base font-medium">{t('emergency', { numbers: chosen.emergency })}</p>
            <ul className="mt-3 flex flex-col gap-3 text-base">
              {chosen.hotlines.map(({ name, url, from }) => (
                <li key={url}>
                  <HelperLink name={name} url={url} />
                  {from === 'police' ? <span className="block text-ink-soft">{t('police')}</span> : null}
                </li>
              ))}
            </ul>
          </section>
        ) : asked.country ? (
          <p className="mt-10 text-base">
            {t('none')} {inhope ? <HelperLink name={inhope.name} url={inhope.url} /> : null}
          </p>
        ) : null}
        <div className="mt-12">
          <Helpers about={about} here />
        </div>
        <WhenChecked />
      </QuestionPage>
    </Messages>
  )
}
