import { CodeBlock } from '@/components/ui/code-block'
import { getT } from '@/lib/i18n/server'
import { recipeSections } from '@/lib/releases/recipes'

/** What to type where Winnow is not at hand: the recipes of the documentation, which are run in the tests as they stand. */
export async function Recipes() {
  const [[before, ...engines], t] = await Promise.all([recipeSections(), getT('releases.use.recipes')])
  return (
    <details>
      <summary className="cursor-pointer font-medium">{t('title')}</summary>
      <div className="mt-4 flex flex-col gap-4">
        <p className="text-sm text-ink-soft">{t.rich('text', { code: (words) => <code>{words}</code> })}</p>
        {before?.recipes.map(({ code }) => (
          <CodeBlock key={code} caption={t('first')} code={code} />
        ))}
        {engines.map(({ heading, recipes }) => (
          <section key={heading} className="flex flex-col gap-2">
            <h3 className="font-semibold">{heading}</h3>
            {recipes.map(({ code, language }, i) => (
              <CodeBlock
                key={code}
                caption={captionOf(t, heading, language, i, recipes.length)}
                code={code}
              />
            ))}
          </section>
        ))}
      </div>
    </details>
  )
}

type Say = Awaited<ReturnType<typeof getT<'releases.use.recipes'>>>

function captionOf(t: Say, heading: string, language: string, at: number, of: number): string {
  if (heading === 'Python') return t('shared', { file: 'winnow_lists.py' })
  return of === 1
    ? t('only', { engine: heading, language: language === 'sql' ? 'SQL' : 'Python' })
    : t('several', { engine: heading, at: at + 1, of })
}
