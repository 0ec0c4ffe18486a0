import { describe, expect, it } from 'vitest'
import { letterOf } from '@/lib/notices/letter'
import type { ElementId, Notice, NoticeType } from '@/lib/notices/notice'
import { parseNotice } from '@/lib/notices/parse-notice'
import * as letters from './letters'

const stateOf = (notice: Notice, id: ElementId) => notice.elements.find((element) => element.id === id)?.state
const urlsAs = (notice: Notice, role: string) =>
  notice.links.filter((link) => link.role === role).map(({ url }) => url)

describe('the type of a letter', () => {
  const types: [keyof typeof letters, NoticeType, 'en' | 'de'][] = [
    ['TAKEDOWN', 'takedown', 'en'],
    ['FORM', 'takedown', 'en'],
    ['COUNTER', 'counternotice', 'en'],
    ['PARTIAL_RETRACTION', 'retraction', 'en'],
    ['REVERSAL', 'reversal', 'en'],
    ['GERMAN_TAKEDOWN', 'takedown', 'de'],
    ['GERMAN_COUNTER', 'counternotice', 'de'],
    ['GERMAN_RETRACTION', 'retraction', 'de'],
  ]
  it.each(types)('%s is a %s in %s', (name, type, language) => {
    const notice = parseNotice(letters[name])
    expect(notice.type.value).toBe(type)
    expect(notice.type.sure).toBeGreaterThan(0.6)
    expect(notice.language).toBe(language)
  })

  it('a retraction that quotes the notice below is a retraction', () => {
    const quoted = letters.TAKEDOWN.replaceAll(/^/gm, '> ')
    const notice = parseNotice(
      `I hereby withdraw my notice, please restore the repository.\n\nRegards\nRosalind Achterberg\n\n${quoted}`,
    )
    expect(notice.type.value).toBe('retraction')
  })

  it('a text that says nothing of the kind is read without being sure', () => {
    expect(parseNotice('The heron stood in the shallow water all morning.').type.sure).toBe(0)
  })
})

describe('a free letter', () => {
  const notice = parseNotice(letters.TAKEDOWN)

  it('tells what it is about from its own work', () => {
    expect(notice.places).toEqual([
      'github.com/orchard-fan/glass-orchard',
      'github.com/quietcopy/orchard-mirror',
    ])
    expect(urlsAs(notice, 'work')).toEqual(['https://lindenpress.example/the-glass-orchard'])
  })

  it('says how far it reaches', () => {
    expect(notice.scope.whole).not.toBeNull()
    expect(notice.scope.forks).not.toBeNull()
    expect(notice.scope.partial).toBeNull()
  })

  it('is found complete: every element of § 512(c)(3)(A), each at its place', () => {
    expect(notice.elements.map(({ id, state }) => [id, state])).toEqual([
      ['signature', 'present'],
      ['work', 'present'],
      ['material', 'present'],
      ['contact', 'present'],
      ['good_faith', 'present'],
      ['accuracy', 'present'],
    ])
    expect(notice.signature?.value).toBe('Rosalind Achterberg')
    expect(notice.party.postal?.value).toBe('14 Quay Street\nMillbridge MB1 4QX')
    expect(notice.party.phone?.value).toBe('+44 20 7946 0018')
    expect(notice.party.email?.value).toBe('rosalind@lindenpress.example')
    expect(notice.party.represents?.value).toBe('Linden Press Ltd')
    expect(notice.party.relation?.value).toBe('agent')
  })
})

describe('a filled-in form', () => {
  const notice = parseNotice(letters.FORM)

  it('is read by its questions', () => {
    expect(notice.places).toEqual([
      'github.com/borrowed/lv-copy',
      'gist.github.com/0123456789abcdef0123',
      'github.com/second/lv-copy',
    ])
    expect(urlsAs(notice, 'fork')).toEqual(['https://github.com/second/lv-copy'])
    expect(urlsAs(notice, 'work')).toEqual(['https://github.com/veilworks/lumen-veil'])
    expect(notice.party.relation?.value).toBe('owner')
    expect(notice.signature?.value).toBe('Ingmar Tollefsen')
  })

  it('a declaration that the form only asks for is missing', () => {
    expect(stateOf(notice, 'accuracy')).toBe('missing')
    expect(stateOf(notice, 'good_faith')).toBe('missing')
    expect(stateOf(notice, 'contact')).toBe('missing')
  })
})

describe('a counter notice', () => {
  it('is about what was removed, and holds what § 512(g)(3) wants', () => {
    const notice = parseNotice(letters.COUNTER)
    expect(notice.places).toEqual(['github.com/hallgrim/tidewheel'])
    expect(notice.elements.map(({ state }) => state)).toEqual(Array.from({ length: 6 }, () => 'present'))
    expect(notice.signature?.value).toBe('Hallgrim Oddsson')
  })

  it('lacks what is not in it', () => {
    const notice = parseNotice(
      letters.COUNTER.replace('under penalty of perjury, ', '').replace(/^Phone.*$/m, ''),
    )
    expect(stateOf(notice, 'mistake')).toBe('missing')
    expect(stateOf(notice, 'address_and_phone')).toBe('missing')
    expect(stateOf(notice, 'jurisdiction')).toBe('present')
  })

  it('in German is read with the same elements', () => {
    const { elements, places } = parseNotice(letters.GERMAN_COUNTER)
    expect(elements.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'signature present',
      'removed_material present',
      'mistake present',
      'address_and_phone present',
      'jurisdiction present',
      'service present',
    ])
    expect(places).toEqual(['huggingface.co/datasets/auenland/wetterberichte'])
  })
})

describe('a retraction', () => {
  it('of all except a list keeps the list apart', () => {
    const notice = parseNotice(letters.PARTIAL_RETRACTION)
    expect(notice.scope.partial).not.toBeNull()
    expect(urlsAs(notice, 'kept')).toEqual([
      'https://github.com/mirrorhall/plain-copy',
      'https://github.com/mirrorhall/second-copy',
    ])
    expect(urlsAs(notice, 'material')).toEqual([])
  })

  it('of everything is not partial', () => {
    expect(parseNotice(letters.GERMAN_RETRACTION).scope.partial).toBeNull()
  })
})

describe('addresses', () => {
  const placesIn = (text: string) => parseNotice(`Please remove the infringing copies at:\n${text}`).places

  it('of one thing are one place', () => {
    expect(
      placesIn(
        'https://github.com/Ana/Repo.git https://www.github.com/ana/repo/tree/main https://raw.githubusercontent.com/ana/repo/main/a.txt github.com/ana/repo, https://ana.github.io/repo/index.html',
      ),
    ).toEqual(['github.com/ana/repo'])
  })

  it('that mail tore at the end of a line are joined', () => {
    const { links } = parseNotice(
      'Please remove https://github.com/ana/a-very-long-name-of-a-repository-that-wraps-\nat-the-end/blob/main/file.txt\nThank you',
    )
    expect(links.map(({ url }) => url)).toEqual([
      'https://github.com/ana/a-very-long-name-of-a-repository-that-wraps-at-the-end/blob/main/file.txt',
    ])
  })

  it('of pages that belong to the host, and of an account, are no material', () => {
    expect(
      placesIn('https://github.com/contact https://github.com/ana https://docs.github.com/en/dmca'),
    ).toEqual([])
  })

  it('of other sites count page by page where no repository is named', () => {
    expect(
      placesIn('https://shelf.example/a/1\nhttps://shelf.example/a/1/\nhttps://shelf.example/a/2'),
    ).toEqual(['shelf.example/a/1', 'shelf.example/a/2'])
  })
})

describe('what a letter comes as', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)

  it('a mail is read by its plain part, with its sender', async () => {
    const letter = await letterOf(bytes(letters.MAIL))
    if (!('text' in letter)) throw new Error('a mail is text')
    const notice = parseNotice(letter.text)
    expect(notice.places).toEqual(['github.com/hallgrim/tidewheel'])
    expect(notice.party.name?.value).toBe('Hallgrím Oddsson')
    expect(letter.text).not.toContain('onclick')
  })

  it('Windows-1252 and UTF-16 are text too', async () => {
    expect(await letterOf(Uint8Array.of(0x47, 0x72, 0xfc, 0xdf, 0x65))).toEqual({ text: 'Grüße' })
    expect(await letterOf(Uint8Array.of(0xff, 0xfe, 0x47, 0x00))).toEqual({ text: 'G' })
  })

  it('programs, pictures, nothing and too much are refused', async () => {
    expect(await letterOf(Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0, 0))).toEqual({ refused: 'not_text' })
    expect(await letterOf(bytes('  \n '))).toEqual({ refused: 'no_text' })
    expect(await letterOf(new Uint8Array(1_000_001).fill(0x61))).toEqual({ refused: 'too_long' })
  })
})
