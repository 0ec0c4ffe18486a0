import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

const ALGORITHM = 'sha256'

/**
 * What is wrong with a folder as a BagIt 1.0 bag (RFC 8493), by section; written from the RFC and not from our own code.
 *
 * @param complete also what has to be fetched must be there (§3: complete and valid); else it may be missing
 */
export function bagFaults(bag: string, { complete = false } = {}): string[] {
  const faults: string[] = []
  const text = (name: string) => readFileSync(path.join(bag, name), 'utf8')
  const top = readdirSync(bag)
  for (const name of ['bagit.txt', 'data', `manifest-${ALGORITHM}.txt`])
    if (!top.includes(name)) faults.push(`§2.1: ${name} is missing`)
  if (!/^BagIt-Version: 1\.0\r?\nTag-File-Character-Encoding: UTF-8\r?\n?$/.test(text('bagit.txt')))
    faults.push('§2.1.1: bagit.txt has not exactly its two lines')

  const payload = new Map<string, string>()
  for (const { name, sum } of manifestLines(text(`manifest-${ALGORITHM}.txt`), faults)) {
    if (!name.startsWith('data/')) faults.push(`§2.1.3: ${name} is no payload file`)
    if (payload.has(name)) faults.push(`§2.1.3: ${name} is listed twice`)
    payload.set(name, sum)
  }
  const fetched = new Map<string, number>()
  for (const line of top.includes('fetch.txt') ? linesOf(text('fetch.txt')) : []) {
    const [, url = '', length = '', encoded = ''] = /^(\S+)[ \t]+(\d+|-)[ \t]+(.+)$/.exec(line) ?? []
    const name = decode(encoded)
    if (!/^[a-z][a-z0-9+.-]*:\S+$/i.test(url)) faults.push(`§2.2.3: ${line} has no absolute URI`)
    if (!payload.has(name)) faults.push(`§2.2.3: ${name} is not in the manifest`)
    fetched.set(name, Number(length))
  }
  const here = filesUnder(path.join(bag, 'data')).map((name) => `data/${name}`)
  for (const name of here) {
    if (!payload.has(name)) faults.push(`§3: ${name} is in no manifest`)
    else if (payload.get(name) !== sumOf(path.join(bag, name)))
      faults.push(`§3: ${name} has another checksum`)
  }
  const missing = [...payload.keys()].filter((name) => !here.includes(name))
  for (const name of missing) if (complete || !fetched.has(name)) faults.push(`§3: ${name} is missing`)

  for (const tags of top.filter((name) => name.startsWith('tagmanifest-')))
    for (const { name, sum } of manifestLines(text(tags), faults)) {
      if (name.startsWith('data/') || name === tags) faults.push(`§2.2.1: ${tags} lists ${name}`)
      else if (!top.includes(name)) faults.push(`§3: ${name} is missing`)
      else if (sumOf(path.join(bag, name)) !== sum) faults.push(`§3: ${name} has another checksum`)
    }
  if (top.includes('bag-info.txt')) {
    const info = linesOf(text('bag-info.txt'))
    if (!info.every((line) => /^\S[^:]*: .+$|^[ \t]+\S/.test(line)))
      faults.push('§2.2.2: a line without a label')
    const [, bytes, count] = /^Payload-Oxum: (\d+)\.(\d+)$/m.exec(info.join('\n')) ?? []
    const sizes = [...payload.keys()].map((name) =>
      here.includes(name) ? statSync(path.join(bag, name)).size : (fetched.get(name) ?? NaN),
    )
    if (Number(count) !== payload.size || Number(bytes) !== sizes.reduce((sum, size) => sum + size, 0))
      faults.push(`§2.2.2: Payload-Oxum is not ${sizes.reduce((sum, size) => sum + size, 0)}.${payload.size}`)
  }
  return faults
}

function manifestLines(text: string, faults: string[]): { name: string; sum: string }[] {
  return linesOf(text).flatMap((line) => {
    const [, sum, name] = /^([0-9a-fA-F]{64})[ \t]+\*?(.+)$/.exec(line) ?? []
    if (sum && name && !name.startsWith('/') && !name.split('/').includes('..'))
      return [{ sum, name: decode(name) }]
    faults.push(`§2.1.3: not a line of a manifest: ${line}`)
    return []
  })
}

const linesOf = (text: string) => text.split(/\r\n|\n|\r/).filter((line) => line !== '')
const decode = (name: string) => name.replace(/%0A/gi, '\n').replace(/%0D/gi, '\r').replace(/%25/g, '%')
const sumOf = (file: string) => createHash(ALGORITHM).update(readFileSync(file)).digest('hex')

const filesUnder = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
