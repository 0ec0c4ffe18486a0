import { canonicalBytes } from '@/lib/tlog/canonical-json'
import { baseAddress, digestUri, isBasePath, releaseName, siteAddress, type PayloadFile } from './bag'
import { licenceAddress } from './licences'
import { compareText } from './order'
import { manifest } from './lists'
import { CHECKSUMS_PATH } from './checksums'
import { RELEASE_FORMAT, type ReleaseFacts } from './release-json'

export const CROISSANT_PATH = 'croissant.json'

const CONFORMS_TO = 'http://mlcommons.org/croissant/1.1'

/**
 * The release as Croissant 1.1 with PROV-O: what it is, what it was derived from and how. Addresses of files are relative to this
 * one. JCS like all our JSON, so that there is one way to write it.
 *
 * @param files those under data/ and manifest-sha256.txt
 */
export function croissantBytes(facts: ReleaseFacts, files: readonly PayloadFile[]): Uint8Array {
  const { about, version, date } = facts
  return canonicalBytes({
    '@context': CONTEXT,
    '@type': 'sc:Dataset',
    conformsTo: CONFORMS_TO,
    name: about.title,
    description: about.description || `The dataset ${about.title}, as its community keeps it.`,
    license: licenceAddress(about.licence) ?? { '@type': 'sc:CreativeWork', name: about.licence },
    url: about.homepage ?? about.page,
    creator: {
      '@type': 'sc:Organization',
      name: `The maintainers of ${about.title}`,
      url: siteAddress(about),
    },
    datePublished: date,
    version,
    isLiveDataset: false,
    citeAs: citation(facts),
    keywords: ['moderated dataset', `disclosure: ${facts.disclosure}`, `profile: ${facts.profile}`],
    distribution: files
      .filter(({ path }) => !isBasePath(path))
      .sort((a, b) => compareText(a.path, b.path))
      .map(fileObject),
    recordSet: [keptRecords()],
    'prov:wasDerivedFrom': derivedFrom(facts),
    'prov:wasGeneratedBy': generatedBy(facts),
  })
}

/** Terms of the documents we write, as the specification asks for them in every document (Croissant 1.1, appendix 1). */
const CONTEXT = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  sc: 'https://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  dct: 'http://purl.org/dc/terms/',
  prov: 'http://www.w3.org/ns/prov#',
  ...Object.fromEntries(
    [
      ...[
        'annotation',
        'arrayShape',
        'citeAs',
        'column',
        'containedIn',
        'equivalentProperty',
        'excludes',
        'extract',
      ],
      ...['field', 'fileProperty', 'fileObject', 'fileSet', 'format', 'includes', 'isArray', 'isLiveDataset'],
      ...['jsonPath', 'key', 'md5', 'parentField', 'path', 'readLines', 'recordSet', 'references', 'regex'],
      ...['repeated', 'replace', 'samplingRate', 'sdVersion', 'separator', 'source', 'subField', 'transform'],
      ...['unArchive', 'value'],
    ].map((term) => [term, `cr:${term}`]),
  ),
  conformsTo: 'dct:conformsTo',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  examples: { '@id': 'cr:examples', '@type': '@json' },
} as const

const MEDIA_TYPES: readonly (readonly [ending: string, type: string])[] = [
  ['.csv', 'text/csv'],
  ['.jsonl', 'application/jsonlines'],
  ['.json', 'application/json'],
  ['.txt', 'text/plain'],
]

const fileObject = ({ path, sha256, bytes }: PayloadFile) => ({
  '@type': 'cr:FileObject',
  '@id': path,
  name: path,
  contentUrl: path,
  contentSize: `${bytes} B`,
  encodingFormat: MEDIA_TYPES.find(([ending]) => path.endsWith(ending))?.[1] ?? 'application/octet-stream',
  sha256,
  description: MEANINGS[path] ?? 'A file of the release.',
})

const MEANINGS: Readonly<Record<string, string>> = {
  'data/manifest.csv': 'Every row that is kept, by file and row; redacted rows have neither id nor digest.',
  'data/exclusions.csv': 'Every row that is left out.',
  'data/redactions.jsonl': 'Passages to replace in rows that are kept, in Unicode code points.',
  'data/labels.csv': 'Labels of rows that are kept.',
  'data/reasons.csv': 'Reasons, where telling them harms nobody.',
  'data/openings.jsonl':
    'The decisions that give these reasons, as the log has them, but for whom they are about.',
  'data/counts.json': 'Rows by what happened to them, for each file of the base.',
  [CHECKSUMS_PATH]: 'SHA-256 of every file under data/, those of the base too.',
}

const keptRecords = () => ({
  '@type': 'cr:RecordSet',
  '@id': 'kept',
  name: 'kept',
  description: MEANINGS[manifest.path],
  key: [{ '@id': 'kept/file' }, { '@id': 'kept/row' }],
  field: KEPT_FIELDS.map(([column, dataType, description]) => ({
    '@type': 'cr:Field',
    '@id': `kept/${column}`,
    name: column,
    description,
    dataType,
    source: { fileObject: { '@id': manifest.path }, extract: { column } },
  })),
})

const KEPT_FIELDS = [
  ['file', 'sc:Text', 'Path of a file of the base.'],
  ['row', 'sc:Integer', 'Record of that file, counted from 0.'],
  ['id', 'sc:Text', 'The id the base gives the row, if it gives one.'],
  ['digest', 'sc:Text', 'SHA-256 over the content fields of the row (item digest, scheme 1).'],
] as const

function derivedFrom({ base, previous, about }: ReleaseFacts) {
  const files = base.files.map((file) => ({
    '@id': baseAddress(file, base.url, about),
    '@type': 'prov:Entity',
    name: file.path,
    sha256: file.sha256,
  }))
  if (!previous) return files
  const { sha256, version } = previous
  return [
    ...files,
    {
      '@id': digestUri(sha256, about),
      '@type': 'prov:Entity',
      name: `release.json of ${version}`,
      sha256,
    },
  ]
}

const generatedBy = ({ policy, log, about, profile, disclosure }: ReleaseFacts) => ({
  '@type': 'prov:Activity',
  name: 'Publication of the decisions in force',
  description: `Decisions of the community, folded for the profile ${profile} and told at the level ${disclosure} (${RELEASE_FORMAT}).`,
  'prov:used': [
    {
      '@id': digestUri(policy, about),
      '@type': 'prov:Entity',
      name: 'the policy in force',
      sha256: policy,
    },
    {
      '@id': `${siteAddress(about)}/log#${log.size}`,
      '@type': 'prov:Entity',
      name: `the log ${log.origin} at size ${log.size}`,
      sha256: log.root,
    },
  ],
})

/** BibTeX, as `citeAs` wants it. */
function citation(facts: ReleaseFacts): string {
  const { about, version, date, dataset } = facts
  const title = about.title.replace(/[\\{}]/g, '')
  return `@misc{${dataset}-${version}, title={${title}}, version={${version}}, year={${date.slice(0, 4)}}, howpublished={${releaseName(facts)}, ${about.page}}}`
}
