import { useT } from '#i18n'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { paths } from '@/lib/paths'
import { EU_PARTS, partFile, whyWithout } from '@/lib/transparency/eu-parts'

/** The eleven parts, each with its file or why there is none. */
export function EuTemplate({ of }: { of: { dataset: string | undefined; period: string } }) {
  const t = useT('transparency.eu')
  return (
    <>
      <p className="mb-3 max-w-prose text-sm text-ink-soft">{t('text')}</p>
      <Table caption={t('caption')}>
        <TableHead>
          <Th>{t('part')}</Th>
          <Th>{t('does')}</Th>
          <Th>{t('file')}</Th>
        </TableHead>
        <TableBody>
          {EU_PARTS.map((part, i) => {
            const why = whyWithout(part)
            return (
              <Tr key={part}>
                <Td>{`${i + 1}. ${t(`name.${part}`)}`}</Td>
                <Td label={t('does')}>{why ? t('no', { why }) : t('yes')}</Td>
                <Td label={t('file')}>
                  <a href={paths.transparencyFile(partFile(part), of)} download className="link">
                    {t('download')} <span className="sr-only">{t(`name.${part}`)}</span>
                  </a>
                </Td>
              </Tr>
            )
          })}
        </TableBody>
      </Table>
    </>
  )
}
