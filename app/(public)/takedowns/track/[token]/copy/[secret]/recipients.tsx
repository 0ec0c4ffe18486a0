import { useT } from '#i18n'
import { Visible } from '@/components/item/visible'
import type { Copy } from '@/lib/takedowns/answer-copy'

type Props = { recipients: NonNullable<Copy['recipients']> }

/** Who got it: everybody, and those who said so. */
export function Recipients({ recipients: { releases, holders } }: Props) {
  const t = useT('rights.copy')
  return (
    <div className="flex flex-col gap-3 text-base">
      <p>{t('releasesOf', { n: releases })}</p>
      {holders.length === 0 ? (
        <p>{t('noHolders')}</p>
      ) : (
        <>
          <p>{t('holders')}</p>
          <ul className="list-disc ps-6">
            {holders.map((holder) => (
              <li key={holder}>
                <Visible text={holder} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
