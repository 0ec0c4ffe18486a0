import { expect, test } from 'vitest'
import { repositoryFiles } from '../support/repository'

const tests = new Map(repositoryFiles(/^tests\/.*\.ts$/).map(({ file, text }) => [file, text]))
const [document] = repositoryFiles(/^docs\/takedown-abuse\.md$/)
const rows = (document?.text ?? '')
  .split('\n')
  .filter((line) => /^\| /.test(line) && !/^\| (-|Somebody)/.test(line))

/** Each test that a row of the document names: its file and a part of its name. */
const namedIn = (row: string) =>
  [...row.matchAll(/`(tests\/[^`]+)`((?: ?;? ?“[^”]+”)+)/g)].flatMap(([, file = '', names = '']) =>
    [...names.matchAll(/“([^”]+)”/g)].map(([, name = '']) => ({ file, name })),
  )

test('whatever is said to happen instead of an abuse names its test, and that test is there', () => {
  expect(rows.length).toBeGreaterThan(15)
  expect(rows.filter((row) => namedIn(row).length === 0)).toEqual([])
  const missing = rows.flatMap(namedIn).filter(({ file, name }) => {
    const text = tests.get(file) ?? ''
    return !text.split('\n').some((line) => line.includes(name))
  })
  expect(missing).toEqual([])
})
