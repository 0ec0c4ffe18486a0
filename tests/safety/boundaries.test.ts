import { describe, expect, test } from 'vitest'
import { importsOf, repositoryFiles } from '../support/repository'

const typescript = /^(app|components|db|lib)\/.*\.tsx?$/
const PURE =
  /^(@\/lib\/(tlog|release-format|text)\/.+|@\/lib\/(paths|format|i18n\/client|i18n\/messages\/(en|de)\/broken)|@\/lib\/[^/]+\/(status|labels|permissions|actor|paths|form-state|categories|personas|kinds|question|attestations|parse-targets|read-identifiers|locator-file|demands|scope-meant|columns|locales|passages|judged|viewing|standing-rules))$/

const isServerFile = (text: string) => /^\s*'use server'/.test(text)
const isClientFile = (text: string) => /^\s*'use client'/.test(text)
const valueImports = (text: string) =>
  importsOf(text.replaceAll(/^\s*import type [^;]*?from\s+['"][^'"]+['"]/gm, ''))

describe('boundaries', () => {
  test('server actions live in app/**/actions.ts and are all made by formAction', () => {
    const wrong = repositoryFiles(typescript).flatMap(({ file, text }) => {
      if (!isServerFile(text)) return /['"]use server['"]/.test(text) ? [`${file}: inline 'use server'`] : []
      if (!/^app\/.*\/actions\.ts$/.test(file)) return [`${file}: 'use server' outside actions.ts`]
      const exports = [...text.matchAll(/^export\s+(.*)$/gm)].map((match) => match[1] ?? '')
      return exports
        .filter((line) => !/^const \w+ = formAction\(/.test(line))
        .map((line) => `${file}: export ${line}`)
    })
    expect(wrong).toEqual([])
  })

  test('files for the browser import only the pure files of lib, or types', () => {
    const wrong = repositoryFiles(typescript)
      .filter(({ text }) => isClientFile(text))
      .flatMap(({ file, text }) =>
        valueImports(text)
          .filter((name) => name.startsWith('@/lib/') || name.startsWith('@/db/'))
          .filter((name) => !PURE.test(name))
          .map((name) => `${file}: ${name}`),
      )
    expect(wrong).toEqual([])
  })

  test('files of lib that reach the database or the file system refuse to be bundled for a browser', () => {
    const guarded = /^lib\/(?!cli\/|runtime\/|demo\/|tlog\/|release-format\/|text\/)/
    const wrong = repositoryFiles(/^lib\/.*\.ts$/)
      .filter(({ file }) => guarded.test(file) && !/\.d\.(m)?ts$/.test(file))
      .filter(({ text }) =>
        valueImports(text).some(
          (name) =>
            name.startsWith('@/db/client') ||
            name === 'postgres' ||
            name.startsWith('node:fs') ||
            name.startsWith('node:child'),
        ),
      )
      .filter(({ text }) => !/^(\/\*[\s\S]*?\*\/\s*)?import 'server-only'/.test(text))
      .map(({ file }) => file)
    expect(wrong).toEqual([])
  })

  test('domains import only downward: releases → takedowns → review → suppression → flags → datasets', () => {
    const order = ['datasets', 'flags', 'suppression', 'review', 'takedowns', 'releases']
    const wrong = repositoryFiles(
      /^lib\/(datasets|flags|suppression|review|takedowns|releases)\/.*\.ts$/,
    ).flatMap(({ file, text }) => {
      const own = order.indexOf(file.split('/')[1] ?? '')
      return importsOf(text)
        .filter((name) => {
          const other = order.indexOf(/^@\/lib\/([^/]+)\//.exec(name)?.[1] ?? '')
          return other > own
        })
        .map((name) => `${file}: ${name}`)
    })
    expect(wrong).toEqual([])
  })

  test('lib/tlog imports nothing, lib/release-format only lib/tlog', () => {
    const wrong = repositoryFiles(/^lib\/(tlog|release-format)\/.*\.ts$/).flatMap(({ file, text }) =>
      importsOf(text)
        .filter((name) => !name.startsWith('./'))
        .filter((name) => !(file.startsWith('lib/release-format/') && name.startsWith('@/lib/tlog/')))
        .map((name) => `${file}: ${name}`),
    )
    expect(wrong).toEqual([])
  })

  test('the proxy sets headers and never authorizes', () => {
    const [proxy] = repositoryFiles(/^proxy\.ts$/)
    expect(importsOf(proxy?.text ?? '')).toEqual(['next/server'])
  })

  test('no import cycles in lib', () => {
    const files = new Map(
      repositoryFiles(/^(lib|db)\/.*\.ts$/).map(({ file, text }) => [file.replace(/\.ts$/, ''), text]),
    )
    const graph = new Map(
      [...files].map(([file, text]) => [
        file,
        valueImports(text)
          .flatMap((name) => resolve(file, name))
          .filter((name) => files.has(name)),
      ]),
    )
    expect(cycleIn(graph)).toEqual([])
  })
})

function resolve(from: string, name: string): string[] {
  if (name.startsWith('@/')) return [name.slice(2), `${name.slice(2)}/index`]
  if (!name.startsWith('.')) return []
  const parts = from.split('/').slice(0, -1)
  for (const step of name.split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '.') parts.push(step)
  }
  return [parts.join('/')]
}

function cycleIn(graph: Map<string, string[]>): string[] {
  const state = new Map<string, 'open' | 'done'>()
  const walk = (node: string, trail: string[]): string[] => {
    if (state.get(node) === 'done') return []
    if (state.get(node) === 'open') return [...trail.slice(trail.indexOf(node)), node]
    state.set(node, 'open')
    for (const next of graph.get(node) ?? []) {
      const found = walk(next, [...trail, node])
      if (found.length > 0) return found
    }
    state.set(node, 'done')
    return []
  }
  for (const node of graph.keys()) {
    const found = walk(node, [])
    if (found.length > 0) return found
  }
  return []
}
