import { isBasePath, releaseName, type PayloadFile } from './bag'
import type { RowCounts } from './counts'
import { listsExclusions } from './disclosure'
import { hubLicence, licenceAddress } from './licences'
import { exclusions, labels, manifest, reasons } from './lists'
import type { ReleaseFacts } from './release-json'

export const CARD_PATH = 'README.md'

/** The dataset card: a YAML header as the Hugging Face hub reads it, then words for people. */
export function cardText(facts: ReleaseFacts, rows: RowCounts, data: readonly PayloadFile[]): string {
  return `${header(facts, rows, data)}\n${body(facts, rows)}`
}

/** Strings are in JSON's quotes, which YAML reads alike: a title cannot become a key. */
function header({ about, profile }: ReleaseFacts, rows: RowCounts, data: readonly PayloadFile[]): string {
  const licence = hubLicence(about.licence)
  const lists = [manifest, exclusions, labels, reasons].filter(({ path }) =>
    data.some((file) => file.path === path && !isBasePath(path)),
  )
  return [
    '---',
    `pretty_name: ${JSON.stringify(about.title)}`,
    ...(licence === null
      ? ['license: other', `license_name: ${JSON.stringify(about.licence)}`]
      : [`license: ${licence}`, `license_link: ${licenceAddress(about.licence)}`]),
    'tags:',
    '- moderated',
    `- ${JSON.stringify(`profile:${profile}`)}`,
    'size_categories:',
    `- ${sizeCategory(rows.untouched + rows.redacted)}`,
    'configs:',
    ...lists.flatMap(({ path }, i) => [
      `- config_name: ${path.slice('data/'.length, -'.csv'.length)}`,
      ...(i === 0 ? ['  default: true'] : []),
      '  data_files:',
      '  - split: train',
      `    path: ${path}`,
    ]),
    '---',
    '',
  ].join('\n')
}

function body(facts: ReleaseFacts, rows: RowCounts): string {
  const { about, disclosure, previous, profile, base, log, date } = facts
  const told = listsExclusions(disclosure)
  return [
    `# ${plain(about.title)}, release ${facts.version}`,
    ...(about.description ? [plain(about.description)] : []),
    `This is a list, not a copy: which rows of the dataset its community keeps, and which passages of them are to be masked. Apply it to your own copy of the files below. It was frozen on ${date} for the profile \`${profile}\`${previous ? `, after release ${previous.version}` : ''}.`,
    [
      '| rows | |',
      '| --- | ---: |',
      `| in the base | ${rows.in} |`,
      `| kept as they are | ${rows.untouched} |`,
      `| kept, passages masked | ${rows.redacted} |`,
      `| ${told ? 'removed' : 'left out'} | ${rows.removed} |`,
      ...(told ? [`| for registered holders only | ${rows.restricted} |`] : []),
    ].join('\n'),
    '## Files of the base',
    [
      '| file | rows | SHA-256 |',
      '| --- | ---: | --- |',
      ...base.files.map((file) => `| ${plain(file.path)} | ${file.rows} | \`${file.sha256}\` |`),
    ].join('\n'),
    '## Use it',
    `\`winnow apply . <your files> --out <folder>\` writes the filtered copy and accounts for every row; by hand, join \`${manifest.path}\` with your files by \`file\` and \`row\`, or by \`digest\`. Rows count from 0 in each file.`,
    '## Use the newest',
    'People ask to be taken out at any time. `winnow verify . --latest` says whether there is a newer release; please move to it, and delete what it no longer keeps.',
    '## Check it',
    `VERIFY.md has the commands, for tools we did not write. This release rests on the log \`${log.origin}\` at size ${log.size}.`,
    `Licence: ${plain(about.licence)}. ${told ? 'Why a row is left out is told only where that harms nobody.' : 'It tells only what is kept.'} Name: \`${releaseName(facts)}\`.`,
    '',
  ].join('\n\n')
}

/** Text that Markdown leaves as it is, on one line. */
const plain = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]()<>#|~]/g, '\\$&')

/** The hub's classes. */
function sizeCategory(rows: number): string {
  const classes = ['1K', '10K', '100K', '1M', '10M', '100M', '1B', '10B', '100B', '1T']
  const at = classes.findIndex((_, i) => rows < 1_000 * 10 ** i)
  if (at === 0) return 'n<1K'
  return at < 0 ? 'n>1T' : `${classes[at - 1]}<n<${classes[at]}`
}
