import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { keptPosts, kitchen, recipes, recipeWorld } from '@/tests/support/recipes'
import { isInstalled, runTool } from './program'
import type { Report } from './report'

const run = promisify(execFile)

type Engine = { heading: string; packages: readonly string[]; needs?: string }

/** Each with the packages it needs, the engine itself first. */
const ENGINES: readonly Engine[] = [
  { heading: 'DuckDB', packages: ['duckdb'] },
  { heading: 'Polars', packages: ['polars'] },
  { heading: 'pandas', packages: ['pandas', 'pyarrow'] },
  { heading: 'Hugging Face datasets', packages: ['datasets'] },
  { heading: 'Spark', packages: ['pyspark'], needs: 'java' },
]

/** The recipes of docs/recipes.md, run as they stand there by the engines themselves: each keeps and masks what `winnow apply` does. */
export async function checkRecipes(report: Report): Promise<void> {
  const { folder, applied } = await recipeWorld()
  const venv = mkdtempSync(path.join(tmpdir(), 'winnow-recipes-venv-'))
  try {
    await run('python3', ['-m', 'venv', venv])
    const python = path.join(venv, 'bin/python')
    for (const { heading, packages, needs } of ENGINES) {
      const name = `recipe for ${heading}`
      if (needs !== undefined && !isInstalled(needs)) {
        report.notRun(name, `${needs} is not on this machine`)
        continue
      }
      const installed = await runTool(python, ['-m', 'pip', 'install', '--quiet', ...packages])
      if (!installed.isGood) {
        report.notRun(name, installed.says)
        continue
      }
      const own = kitchen(folder, heading.toLowerCase().replaceAll(' ', '-'))
      writeFileSync(path.join(own, 'recipe.py'), await scriptOf(heading))
      writeFileSync(path.join(own, 'winnow_lists.py'), (await recipes('Python'))[0]?.code ?? '')
      const ended = await runTool(python, ['recipe.py'], {
        cwd: own,
        // What is fetched or kept stays in the folder, and Spark's workers take this Python.
        env: {
          ...process.env,
          HF_HOME: path.join(own, 'hf'),
          PYSPARK_PYTHON: python,
          SPARK_LOCAL_IP: '127.0.0.1',
        },
      })
      if (!ended.isGood) report.result(name, false, ended.says.split('\n').slice(-12).join('\n'))
      else report.result(name, ...(await compared(own, applied, await versionOf(python, packages[0] ?? ''))))
    }
  } finally {
    rmSync(venv, { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
  }
}

/** SQL is run as it stands, one block after the other. */
const scriptOf = async (heading: string): Promise<string> =>
  (await recipes(heading))
    .map(({ language, code }) =>
      language === 'sql' ? `import duckdb\nduckdb.sql(${JSON.stringify(code)})\n` : code,
    )
    .join('\n')

async function compared(
  folder: string,
  applied: Awaited<ReturnType<typeof keptPosts>>,
  version: string,
): Promise<[isGood: boolean, says: string]> {
  const kept = await keptPosts(folder)
  for (const kind of ['jsonl', 'parquet'] as const) {
    const [own, ours] = [kept[kind], applied[kind]]
    const at = ours.findIndex((post, i) => JSON.stringify(post) !== JSON.stringify(own[i]))
    if (at >= 0 || own.length !== ours.length)
      return [
        false,
        `${version}, ${kind}: ${own.length} rows for ${ours.length}; row ${at}: ${JSON.stringify(own[at])} for ${JSON.stringify(ours[at])}`,
      ]
  }
  return [true, `${version}: the same ${applied.jsonl.length} rows of JSONL and of Parquet as winnow apply`]
}

async function versionOf(python: string, name: string): Promise<string> {
  const script = 'import sys, importlib.metadata as m; print(sys.argv[1], m.version(sys.argv[1]))'
  return (await runTool(python, ['-c', script, name])).says
}
