import { sha256 } from '@/lib/tlog/sha256'
import { fromHex, toHex, utf8 } from '@/lib/tlog/bytes'
import { toBase64Url } from '@/lib/tlog/base64'
import type { Checksum } from './checksums'
import type { About, BaseFile, ReleaseFacts } from './release-json'

/*
 * BagIt 1.0 (RFC 8493). The base belongs to the payload, but is not in the bag: fetch.txt says where each of its files is had,
 * and whoever puts them under data/base/ has a complete bag.
 */

export const BAG_PATH = 'bagit.txt'
export const BAG_INFO_PATH = 'bag-info.txt'
export const FETCH_PATH = 'fetch.txt'

const BASE_FOLDER = 'data/base/'

export type PayloadFile = Checksum & { readonly bytes: number }

/** §2.1.1 */
export const bagText = () => 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/** §2.2.2, without a date and without the name of a tool: neither is a property of the release. */
export function bagInfoText(facts: ReleaseFacts, data: readonly PayloadFile[]): string {
  const payload = [...data, ...facts.base.files]
  const bytes = payload.reduce((sum, file) => sum + file.bytes, 0)
  return [
    `External-Identifier: ${releaseName(facts)}\n`,
    `External-Description: ${oneLine(facts.about.title)}\n`,
    `Payload-Oxum: ${bytes}.${payload.length}\n`,
  ].join('')
}

/** §2.2.3: URL, length, place. */
export function fetchText({ base, about }: ReleaseFacts): string {
  return base.files
    .map((file) => `${baseAddress(file, base.url, about)} ${file.bytes} ${basePath(file)}\n`)
    .join('')
}

/** Where a file of the base stands in the bag, as manifests spell it: §2.1.3 encodes line ends and the percent sign. */
export function basePath({ path }: Pick<BaseFile, 'path'>): string {
  const encoded = path.replace(/[%\r\n]/g, (char) => (char === '%' ? '%25' : char === '\r' ? '%0D' : '%0A'))
  return `${BASE_FOLDER}${encoded}`
}

export const isBasePath = (path: string): boolean => path.startsWith(BASE_FOLDER)

/**
 * The address of a base file: below the address the maintainer gave for the base, else its digest as a URI (RFC 6920), with the
 * publisher as the one who may know where it is.
 */
export function baseAddress(file: BaseFile, url: string | null, about: About): string {
  if (url === null) return digestUri(file.sha256, about)
  return url + file.path.split('/').map(encodeURIComponent).join('/')
}

/** `ni://host/sha-256;…` (RFC 6920 §3): the same wherever the bytes are. */
export function digestUri(sha256Hex: string, { page }: About): string {
  return `ni://${page.split('/')[2]}/sha-256;${toBase64Url(fromHex(sha256Hex))}`
}

/** The address that the releases, the datasets and the log of the publisher are below. */
export const siteAddress = ({ page }: About): string => page.replace(/\/datasets\/[^/]+\/releases\/.*$/, '')

/** `forum@2.0.0`, with the profile when it is not the one for everybody. */
export function releaseName({ dataset, version, profile }: ReleaseFacts): string {
  return `${dataset}@${version}${profile === 'world' ? '' : `+${profile}`}`
}

export const fileOf = (path: string, text: string | Uint8Array): PayloadFile => {
  const bytes = typeof text === 'string' ? utf8(text) : text
  return { path, sha256: toHex(sha256(bytes)), bytes: bytes.length }
}

/** A value in bag-info.txt ends at the line. */
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
