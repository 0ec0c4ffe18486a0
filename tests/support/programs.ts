import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'
import type { TestProject } from 'vitest/node'
import { fromRoot } from '@/lib/runtime/root'

declare module 'vitest' {
  export interface ProvidedContext {
    programs: string
  }
}

/** What tests start as a process of its own, to kill it or to read what it says. */
const ENTRIES = [
  'lib/cli/main.ts',
  'tests/db/*.child.ts',
  'tests/support/*-child.ts',
  'tests/support/stuck-worker.ts',
]

/**
 * Compiles them once for a run, with the compiler that tsx uses: loading a few hundred modules through its loader is a second
 * and more of each such process, of which a run starts some two hundred. Packages stay where they are.
 */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(fromRoot('.winnow-programs-'))
  // The tests with a small disk run them as another user.
  chmodSync(folder, 0o755)
  await build({
    entryPoints: ENTRIES.map(fromRoot),
    outdir: folder,
    outbase: fromRoot('.'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    // Not `node20`, whose first ones know no import attributes.
    target: 'node20.20',
    tsconfig: fromRoot('tsconfig.json'),
    plugins: [modulesStayAtHome],
    logLevel: 'error',
  })
  project.provide('programs', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}

/** A module that asks where it lies (for a worker beside it, for the repository's root) is told where its source lies. */
const modulesStayAtHome: Plugin = {
  name: 'modules-stay-at-home',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
      const source = readFileSync(file, 'utf8')
      if (!source.includes('import.meta.')) return undefined
      const contents = source
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href))
        .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(file)))
      return { contents, loader: 'ts' }
    })
  },
}
