import { expect, it } from 'vitest'
import { openDuck } from '@/lib/datasets/duck'
import { canonicalAuthor } from '@/lib/suppression/canonical-author'
import { hostOf } from '@/lib/suppression/canonical-url'
import { authorsLike, hostsExactly, hostsLike } from '@/lib/suppression/index-conditions'

const passes = async (condition: string, column: 'url' | 'author', value: string) => {
  using database = await openDuck()
  const reader = await database.duck.runAndReadAll(
    `SELECT ${condition} FROM (SELECT $$${value}$$ AS ${column})`,
  )
  return reader.getRows()[0]?.[0]
}

/** So many that they are a table. */
const MANY = ['site.example', ...Array.from({ length: 40 }, (_, i) => `other${i}.example`)]

it.each([
  'https://site.example/x',
  'HTTPS://WWW.Site.Example./x',
  'https://u@site.example/x',
  'site.example/x',
  'https://site.example:80/x',
  'https://site.example?q',
  'https://%73ite.example/',
  'https://ｓite.example/',
  'https://si\tte.example/',
  '  https://site.example/x',
  'https://www.site.example',
  'https://site.example\\x',
  'https://site.example.#x',
  'https:////site.example/x',
])('no way to write an address is passed over: %j', async (url) => {
  expect(hostOf(url)).toBe('site.example')
  expect(await passes(hostsLike(['site.example']), 'url', url)).toBe(true)
  expect(await passes(hostsLike(MANY), 'url', url)).toBe(true)
  expect(await passes(hostsExactly(['site.example']), 'url', url)).toBe(true)
  expect(await passes(hostsExactly(MANY), 'url', url)).toBe(true)
})

it('lets no other host through where the host itself is wanted, nor one below it', async () => {
  for (const url of [
    'https://a.site.example/',
    'https://elsewhere.example/site.example',
    'https://mysite.example/',
  ])
    expect(await passes(hostsExactly(MANY), 'url', url)).toBe(false)
})

it('lets hosts below through, and other hosts not', async () => {
  for (const condition of [hostsLike(['site.example']), hostsLike(MANY)]) {
    expect(await passes(condition, 'url', 'https://a.b.site.example/')).toBe(true)
    expect(await passes(condition, 'url', 'https://elsewhere.example/a')).toBe(false)
  }
  expect(await passes(hostsLike(['127.0.0.1']), 'url', 'http://0x7f000001.a.example/')).toBe(true)
})

it.each(['Ana', '@ana', ' ANA ', 'a\u030ana', 'Ana\u00a0', 'A\u006ea'])(
  'no way to write an author is passed over: %j',
  async (author) => {
    const wanted = canonicalAuthor(author) ?? ''
    expect(await passes(authorsLike([wanted]), 'author', author)).toBe(true)
    expect(await passes(authorsLike(['bo']), 'author', 'Ana')).toBe(false)
  },
)
