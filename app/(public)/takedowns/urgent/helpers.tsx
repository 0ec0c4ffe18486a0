import { useLocale, useT } from '#i18n'
import { Link } from '@/components/ui/link'
import { formatDate } from '@/lib/format'
import { paths } from '@/lib/paths'
import type { Urgent } from '@/lib/urgent/labels'
import { CHECKED, GENERAL, type Hotline } from '@/lib/urgent/hotlines'

/** A link to somebody else, who does not learn where its reader came from. */
export function HelperLink({ name, url }: Pick<Hotline, 'name' | 'url'>) {
  return (
    <a href={url} rel="noreferrer noopener nofollow" referrerPolicy="no-referrer" className="link">
      {name}
    </a>
  )
}

/** Who can help wherever somebody is, and the way to those of one country, unless they are on the same page (`here`). */
export function Helpers({ about, here = false }: { about: Urgent | null; here?: boolean }) {
  const t = useT('urgent.help')
  return (
    <section aria-labelledby="helpers">
      <h2 id="helpers" className="text-xl">
        {t('title')}
      </h2>
      <p className="mt-3 text-base text-ink-soft">{t('text')}</p>
      <ul className="mt-3 flex flex-col gap-3 text-base">
        {GENERAL.filter((helper) => about === null || helper.for.includes(about)).map(({ id, name, url }) => (
          <li key={id}>
            <HelperLink name={name} url={url} />
            <span className="block text-ink-soft">{t(id)}</span>
          </li>
        ))}
        {here ? null : (
          <li>
            <Link href={paths.takedownHelp({ about: about ?? undefined })} className="link">
              {t('inCountry')}
            </Link>
          </li>
        )}
      </ul>
    </section>
  )
}

export function WhenChecked() {
  const t = useT('urgent.help')
  const date = formatDate(new Date(`${CHECKED}T00:00:00Z`), false, useLocale())
  return <p className="mt-8 text-base text-ink-soft">{t('checked', { date })}</p>
}
