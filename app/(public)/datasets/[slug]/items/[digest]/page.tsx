import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHeader } from '@/components/ui/page-header'
import { datasetBySlug } from '@/lib/datasets/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { ThisRow } from '../../this-row'

type Props = PageProps<'/datasets/[slug]/items/[digest]'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('lookup.row')
  return { title: t('title'), robots: { index: false } }
}

/** The same for every digest, whether or not anything has it: who wants to know asks, within limits. */
export default async function ItemPage({ params }: Props) {
  const { slug, digest } = await params
  if (!/^[0-9a-f]{64}$/.test(digest)) notFound()
  const [dataset, t, catalogue] = await Promise.all([
    orNotFound(datasetBySlug(slug)),
    getT('lookup.row'),
    getT('catalogue'),
  ])
  return (
    <>
      <PageHeader
        title={t('title')}
        trail={[
          { href: paths.datasets(), label: catalogue('title') },
          { href: paths.dataset(slug), label: dataset.name },
        ]}
      />
      <ThisRow slug={slug} link={paths.item(slug, digest)}>
        {t.rich('byDigest', {
          digest: () => <code className="font-mono text-sm wrap-anywhere">{digest}</code>,
        })}
      </ThisRow>
    </>
  )
}
