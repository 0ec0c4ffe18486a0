import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { spawn } from 'node:child_process'
import path from 'node:path'
import type { Account } from './support'

const domain = 'organisation.example'
const staff = (name: string) => ({
  name,
  email: `${name.split(' ')[0]?.toLowerCase()}@${domain}`,
  password: `lighthouse ${name.toLowerCase()}`,
})

/** Who looks after the dataset of the story, and with which roles. */
export const people = {
  maintainer: { ...staff('Mara Maintains'), roles: ['maintainer'] },
  first: { ...staff('Ruben Reviews'), roles: ['reviewer'] },
  second: { ...staff('Romy Reviews'), roles: ['reviewer'] },
  lead: { ...staff('Leo Leads'), roles: ['reviewer', 'lead'] },
} as const satisfies Record<string, Account & { name: string; roles: readonly string[] }>

export const dataset = { slug: 'pier-letters', name: 'Pier Letters', licence: 'CC-BY-4.0' } as const

export type Row = { id: string; text: string; url: string }

/** The rows with something in them, by what it is. All of it is invented; addresses and numbers are reserved ones. */
export const planted: Readonly<Record<string, number>> = {
  mail: 3,
  phone: 9,
  mailAgain: 14,
  mailLast: 21,
  abuse: 6,
  abuseAgain: 17,
  notice: 11,
  noticeAgain: 24,
  noticeLast: 33,
  private: 27,
  alsoPrivate: 30,
  optOut: 36,
  broken: 40,
}

const sentence = (row: number) =>
  `Letter ${row} from the pier: the tide came in at ${6 + (row % 5)}, the ferry was ${row % 3 === 0 ? 'late' : 'on time'}, and ${row + 11} gulls sat on the railing.`

const secrets: Readonly<Record<string, string>> = {
  mail: 'I paid with 4111 1111 1111 1111, write to me at alma.averdunk@mail.example.org if you want the plans.',
  phone: 'Call me: +1 202-555-0143. Ask for Bertil.',
  mailAgain: 'Ask hester.isbrandt@club.example.com, she has the key.',
  mailLast: 'My new address is goran@post.example.net, the old one bounces.',
  abuse: 'Nobody asked you, you pompous bastard.',
  abuseAgain: 'You lot are bastards, every last one of you.',
  notice: 'Copyright (c) 2011 The Lantern Almanac Company. All rights reserved.',
  noticeAgain: '© 2004 Saltmarsh Press. All rights reserved.',
  noticeLast: 'Copyright (c) 1999 Fennel Row Books. All rights reserved.',
  private: 'Jorun lives on the third floor behind the chandlery and sleeps until noon.',
  alsoPrivate: 'Everybody knows by now why Jorun left the choir.',
}

const sourceOf = (row: number) => `https://letters.example.org/${row === planted['optOut'] ? 'kasimir' : row}`

/** Revision 1: 44 records, one of which is cut off in the middle. */
export const rows: readonly Row[] = Array.from({ length: 44 }, (_, row) => {
  const [name = ''] = Object.entries(planted).find(([, at]) => at === row) ?? []
  return {
    id: `pl-${row}`,
    text: [sentence(row), secrets[name]].filter(Boolean).join(' '),
    url: sourceOf(row),
  }
})

export const textOf = (name: string): string => rows[planted[name] ?? -1]?.text ?? ''
/** What was planted into the row, without the sentence around it. */
export const secretOf = (name: string): string => secrets[name] ?? ''

export const lines: readonly string[] = rows.map((row, at) => {
  const line = JSON.stringify(row)
  return at === planted['broken'] ? line.slice(0, 30) : line
})

/** The next crawl, as CSV and in another order: two letters are gone, three new, one of those from an address that opted out. */
export const nextRows: readonly Row[] = [
  ...rows.filter((_, at) => ![0, 1, planted['broken']].includes(at)).reverse(),
  {
    id: 'pl-50',
    text: 'Letter 50 from the pier: fog all day, no ferry.',
    url: 'https://letters.example.org/50',
  },
  {
    id: 'pl-51',
    text: 'Letter 51 from the pier: a quiet evening, twelve gulls and a heron.',
    url: 'https://letters.example.org/kasimir',
  },
  {
    id: 'pl-52',
    text: 'Letter 52 from the pier. Write to lowri@mail.example.org about the boat.',
    url: 'https://letters.example.org/52',
  },
]

export const asCsv = (list: readonly Row[]): string =>
  ['id,text,url', ...list.map(({ id, text, url }) => [id, text, url].map(cell).join(','))]
    .map((line) => `${line}\r\n`)
    .join('')

const cell = (value: string) => `"${value.replaceAll('"', '""')}"`

/** docs/item-digest.md, for the one content field of this dataset. */
export const digestOf = (text: string): string =>
  createHash('sha256')
    .update(`winnow-item/1\n${Buffer.byteLength(text)}:${text},`)
    .digest('hex')

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

export type Run = { status: number | null; view: unknown; said: string }

/** `npm run -s winnow -- …` as a consumer types it, on a machine that has the repository and not the database. */
export async function winnow(folder: string, ...words: string[]): Promise<Run> {
  const child = spawn('npm', ['run', '-s', 'winnow', '--', ...words, '--json'], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    env: { ...process.env, DATABASE_URL: '', WINNOW_DATA: path.join(folder, '.winnow') },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const out: Buffer[] = []
  const said: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
  const [status]: unknown[] = await once(child, 'close')
  const text = Buffer.concat(out).toString('utf8')
  return {
    status: typeof status === 'number' ? status : null,
    view: text.trim() === '' ? null : JSON.parse(text),
    said: Buffer.concat(said).toString('utf8'),
  }
}
