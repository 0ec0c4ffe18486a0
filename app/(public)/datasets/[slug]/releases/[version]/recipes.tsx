import { CodeBlock } from '@/components/ui/code-block'
import { recipeSections } from '@/lib/releases/recipes'

/** What to type where Winnow is not at hand: the recipes of the documentation, which are run in the tests as they stand. */
export async function Recipes() {
  const [before, ...engines] = await recipeSections()
  return (
    <details>
      <summary className="cursor-pointer font-medium">
        Or filter it with DuckDB, Polars, pandas, Spark or Hugging Face datasets
      </summary>
      <div className="mt-4 flex flex-col gap-4">
        <p className="text-sm text-ink-soft">
          The release is unpacked in <code>release/</code>. Your copy lies beside it as{' '}
          <code>posts.jsonl</code> or <code>posts.parquet</code>, with its text in the field <code>text</code>
          : put the names from <code>release.json</code> in their place. Rows are told by their number, so it
          has to be the very file of the base. Each recipe masks what is redacted, and refuses a file with
          another number of rows.
        </p>
        {before?.recipes.map(({ code }) => (
          <CodeBlock key={code} caption="First: is it the very file?" code={code} />
        ))}
        {engines.map(({ heading, recipes }) => (
          <section key={heading} className="flex flex-col gap-2">
            <h3 className="font-semibold">{heading}</h3>
            {recipes.map(({ code, language }, i) => (
              <CodeBlock key={code} caption={captionOf(heading, language, i, recipes.length)} code={code} />
            ))}
          </section>
        ))}
      </div>
    </details>
  )
}

function captionOf(heading: string, language: string, at: number, of: number): string {
  if (heading === 'Python') return 'winnow_lists.py, which the recipes in Python share'
  return of === 1
    ? `${heading}, in ${language === 'sql' ? 'SQL' : 'Python'}`
    : `${heading}, ${at + 1} of ${of}`
}
