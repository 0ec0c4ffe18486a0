import { useT } from '#i18n'
import { CodeBlock } from '@/components/ui/code-block'
import { Section } from '@/components/ui/page-header'
import { paths } from '@/lib/paths'
import type { ReleaseView } from '@/lib/releases/queries'
import { Recipes } from './recipes'

/** Ways to filter a local copy, filled with this release's own values. */
export function UseIt({ release, url }: { release: ReleaseView; url: string }) {
  const t = useT('releases.use')
  const { slug } = release.dataset
  const page = `${url}${paths.release(slug, release.name)}`
  const file = (path: string) => `${url}${paths.releaseFile(slug, release.name, path)}`
  return (
    <Section title={t('title')}>
      <div className="flex flex-col gap-4">
        <CodeBlock
          caption={t('winnow')}
          code={`npm run -s winnow -- verify ${page}\nnpm run -s winnow -- apply ${page} data/*.jsonl --out filtered/`}
        />
        <CodeBlock
          caption={t('duckdb')}
          code={`SELECT * FROM read_csv('${file('data/manifest.csv')}', all_varchar = true) LIMIT 5;`}
        />
        <CodeBlock
          caption={t('curl')}
          code={`curl -fSL -C - -o manifest.csv '${file('data/manifest.csv')}'`}
        />
        <Recipes />
      </div>
    </Section>
  )
}
