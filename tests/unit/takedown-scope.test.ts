import { describe, expect, it } from 'vitest'
import { parseTargets } from '@/lib/takedowns/parse-targets'
import { scopeMeant } from '@/lib/takedowns/scope-meant'

const ORIGIN = 'https://winnow.example'
const meant = (scope: string, targets: string, locators = '') =>
  scopeMeant({ scope, targets, locators }, ORIGIN)
const kindsOf = (text: string) => parseTargets(text, ORIGIN).targets.map(({ kind }) => kind)

describe('who chooses everything from a source and names a page', () => {
  it.each([
    ['domain', 'https://example.org/page', ['example.org'], ['domain']],
    ['domain', 'https://www.example.org/a/?x=1\nhttps://example.org/b', ['example.org'], ['domain']],
    ['domain', 'https://ana.pages.example.org/notes/', ['ana.pages.example.org'], ['domain']],
    ['path', 'https://example.org/~ana', ['https://example.org/~ana/'], ['prefix']],
    ['account', 'https://social.example/@ana?tab=posts', ['https://social.example/@ana/'], ['prefix']],
  ])('is offered the source: %s, %s', (scope, text, sources, kinds) => {
    const found = meant(scope, text)
    expect(found).toMatchObject({ scope, narrower: text.split('\n').length, instead: { sources } })
    expect(kindsOf(found?.instead?.targets ?? '')).toEqual(kinds)
    expect(meant(scope, found?.instead?.targets ?? ''), 'offered once').toBeNull()
  })

  it('keeps what names a source already, and what was not understood', () => {
    const found = meant(
      'domain',
      'https://example.org/page\nother.example\nauthor: Ana\nhost: one.example\nUSERNAME/REPO',
    )
    expect(kindsOf(found?.instead?.targets ?? '')).toEqual(['domain', 'domain', 'author', 'host'])
    expect(found?.instead?.targets).toContain('USERNAME/REPO')
  })

  it.each([
    ['author', 'https://example.org/ana'],
    ['domain', 'train.jsonl#12\nhttps://example.org/page'],
    ['account', '“Exactly these words of mine”'],
    ['path', 'https://example.org/'.replace(/\/$/, '')],
  ])('is warned where nobody can tell which source: %s, %s', (scope, text) => {
    expect(meant(scope, text)).toMatchObject({ scope, instead: null })
  })

  it('is warned of what a file lists, which stays as it is', () => {
    expect(meant('domain', '', 'https://example.org/a\nhttps://example.org/b')).toEqual({
      ...{ scope: 'domain', narrower: 2, instead: null },
    })
  })

  it.each([
    ['domain', 'example.org\nhost: www.example.org'],
    ['path', 'https://example.org/~ana/\nexample.org'],
    ['account', 'account: ana\nhttps://social.example/@ana/'],
    ['author', '@ana'],
    ['items', 'https://example.org/page'],
    ['', 'https://example.org/page'],
  ])('is left alone where it is what was chosen: %s, %s', (scope, text) => {
    expect(meant(scope, text)).toBeNull()
  })
})
