import 'server-only'
import { readFile } from 'node:fs/promises'
import { fromRoot } from '@/lib/runtime/root'

export type Recipe = { language: string; code: string }
export type RecipeSection = { heading: string; recipes: Recipe[] }

/** The fenced blocks of docs/recipes.md by the heading they stand under, '' above the first: the text that the tests run. */
export async function recipeSections(): Promise<RecipeSection[]> {
  const text = await readFile(fromRoot('docs/recipes.md'), 'utf8')
  return text.split(/^## /m).map((section, i) => ({
    heading: i === 0 ? '' : (section.split('\n', 1)[0] ?? ''),
    recipes: [...section.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', code = '']) => ({
      language,
      code,
    })),
  }))
}
