const REQUIRED = [
  ...['@context', '@type', 'conformsTo', 'name', 'description', 'license', 'url', 'creator', 'datePublished'],
  'distribution',
]
/** Croissant 1.1, appendix 1: prefixes and terms a context must map. */
const PREFIXES = {
  '@vocab': 'https://schema.org/',
  sc: 'https://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  dct: 'http://purl.org/dc/terms/',
}
const TERMS = [
  ...[
    'citeAs',
    'column',
    'conformsTo',
    'data',
    'dataType',
    'examples',
    'extract',
    'field',
    'fileObject',
    'fileSet',
  ],
  ...['fileProperty', 'format', 'includes', 'isLiveDataset', 'jsonPath', 'key', 'md5', 'parentField', 'path'],
  ...[
    'recordSet',
    'references',
    'regex',
    'repeated',
    'replace',
    'separator',
    'source',
    'subField',
    'transform',
  ],
]

type Node = Record<string, unknown>
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const nodesOf = (value: unknown): Node[] =>
  Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []
const isAddress = (value: unknown) => typeof value === 'string' && URL.canParse(value)

/**
 * What a Croissant 1.1 document lacks or has wrong. Stricter than the reference validator, which lets name, licence, creator, date
 * and distribution be missing, and takes any text for a checksum.
 *
 * @param files the files beside it, by path: SHA-256 in hex
 */
export function croissantFaults(document: unknown, files: ReadonlyMap<string, string>): string[] {
  if (!isNode(document)) return ['not an object']
  const faults = REQUIRED.filter((name) => document[name] === undefined).map((name) => `${name} is missing`)
  const context = isNode(document['@context']) ? document['@context'] : {}
  for (const [prefix, iri] of Object.entries(PREFIXES))
    if (context[prefix] !== iri) faults.push(`@context.${prefix} is not ${iri}`)
  for (const term of TERMS) if (context[term] === undefined) faults.push(`@context.${term} is missing`)
  if (document['@type'] !== 'sc:Dataset') faults.push('@type is not sc:Dataset')
  if (document.conformsTo !== 'http://mlcommons.org/croissant/1.1') faults.push('conformsTo is not 1.1')
  for (const name of ['name', 'description', 'citeAs'])
    if (typeof document[name] !== 'string' || document[name] === '') faults.push(`${name} is no text`)
  if (!isAddress(document.url)) faults.push('url is no address')
  if (!isAddress(document.license) && !nodesOf(document.license).some(({ name }) => typeof name === 'string'))
    faults.push('license is neither an address nor a CreativeWork')
  if (!nodesOf(document.creator).every(({ name }) => typeof name === 'string'))
    faults.push('creator has no name')
  if (!/^\d{4}-\d{2}-\d{2}$/.test(String(document.datePublished))) faults.push('datePublished is no day')
  if (!/^\d+\.\d+\.\d+$/.test(String(document.version))) faults.push('version is not MAJOR.MINOR.PATCH')
  if (document.isLiveDataset !== false) faults.push('isLiveDataset is not false')

  const distribution = nodesOf(document.distribution)
  if (distribution.length === 0) faults.push('distribution is empty')
  for (const file of distribution) {
    const at = String(file['@id'])
    if (file['@type'] !== 'cr:FileObject' || /\s/.test(at)) faults.push(`${at} is no FileObject with an @id`)
    for (const name of ['name', 'contentUrl', 'encodingFormat'])
      if (typeof file[name] !== 'string') faults.push(`${at} has no ${name}`)
    if (files.get(String(file.contentUrl)) !== file.sha256) faults.push(`${at} has another checksum`)
  }
  for (const recordSet of nodesOf(document.recordSet))
    for (const field of nodesOf(recordSet.field)) {
      const { fileObject } = isNode(field.source) ? field.source : {}
      const source = isNode(fileObject) ? fileObject['@id'] : undefined
      if (!distribution.some((file) => file['@id'] === source))
        faults.push(`${String(field['@id'])} has no source`)
    }
  if (nodesOf(document['prov:wasDerivedFrom']).some((from) => !isAddress(from['@id'])))
    faults.push('prov:wasDerivedFrom has something without an @id')
  if (nodesOf(document['prov:wasDerivedFrom']).length === 0) faults.push('prov:wasDerivedFrom is missing')
  if (nodesOf(document['prov:wasGeneratedBy'])[0]?.['@type'] !== 'prov:Activity')
    faults.push('prov:wasGeneratedBy is no Activity')
  return faults
}
