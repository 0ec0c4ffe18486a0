import { CodeBlock } from '@/components/ui/code-block'
import { Section } from '@/components/ui/page-header'
import { paths } from '@/lib/paths'
import type { ReleaseView } from '@/lib/releases/queries'
import { Recipes } from './recipes'

/** Ways to filter a local copy, filled with this release's own values. */
export function UseIt({ release, url }: { release: ReleaseView; url: string }) {
  const { slug } = release.dataset
  const page = `${url}${paths.release(slug, release.name)}`
  const file = (path: string) => `${url}${paths.releaseFile(slug, release.name, path)}`
  return (
    <Section title="Use it">
      <div className="flex flex-col gap-4">
        <CodeBlock
          caption="Filter your copy with Winnow: it checks the release, and accounts for every row"
          code={`npm run -s winnow -- verify ${page}\nnpm run -s winnow -- apply ${page} data/*.jsonl --out filtered/`}
        />
        <CodeBlock
          caption="Or take the list of what is kept with DuckDB: one line per row, by file and row number"
          code={`SELECT * FROM read_csv('${file('data/manifest.csv')}', all_varchar = true) LIMIT 5;`}
        />
        <CodeBlock
          caption="Or fetch the list of kept rows alone; a transfer that broke off goes on where it stopped"
          code={`curl -fSL -C - -o manifest.csv '${file('data/manifest.csv')}'`}
        />
        <Recipes />
      </div>
    </Section>
  )
}
