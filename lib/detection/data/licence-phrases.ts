/**
 * The wording by which licences are recognised: their names as notices cite them, and the sentence each family's
 * text cannot do without. Names are facts and the sentences are short; no licence text is kept here.
 */
export type LicencePhrase = {
  type: 'permissive' | 'copyleft' | 'restricted' | 'public-domain' | 'identifier'
  /** Parts of words of which every match holds one. No spaces: between words a text may break the line. */
  gate: readonly string[]
  pattern: RegExp
  score: number
}

const LICEN = '(?:license|licence)'

/** Words may be parted by white space, comment marks and line breaks, at most 12 characters of them. */
const GAP = String.raw`[\s*#/;!|%>"-]{1,12}`

/** In `words` a space stands for a gap between words, `~` for a gap or a hyphen. */
function phrase(
  type: LicencePhrase['type'],
  score: number,
  gate: readonly string[],
  words: string,
): LicencePhrase {
  const source = words.replaceAll(' ', GAP).replaceAll('~', `(?:-|${GAP})`)
  return {
    type,
    score,
    gate,
    pattern: new RegExp(String.raw`\b(?:${source})(?![A-Za-z])`, 'gi'),
  }
}

/** Several names before the word licence, as in `(mit|isc) licence`. */
const named = (type: LicencePhrase['type'], names: readonly string[]) =>
  phrase(type, 0.85, ['licen'], `(?:${names.join('|')}) (?:public )?${LICEN}`)

export const LICENCE_PHRASES: readonly LicencePhrase[] = [
  {
    type: 'identifier',
    score: 0.99,
    gate: ['spdx-license-identifier'],
    pattern:
      /SPDX-License-Identifier:[ \t]{0,4}\(?[A-Za-z0-9.+-]{2,64}(?:[ \t]{1,4}(?:AND|OR|WITH)[ \t]{1,4}\(?[A-Za-z0-9.+-]{2,64}\)?){0,6}/gi,
  },

  phrase(
    'permissive',
    0.95,
    ['hereby'],
    'permission is hereby granted(?:, (?:free of charge|without written agreement))?',
  ),
  phrase(
    'permissive',
    0.95,
    ['redistribution'],
    'redistribution and use(?: of this software)? in (?:source and binary|any) forms?',
  ),
  phrase(
    'permissive',
    0.95,
    ['permission'],
    'permission to (?:use|copy|freely use), (?:and )?(?:copy|use|modify|distribute)',
  ),
  phrase(
    'permissive',
    0.95,
    ['altered', 'redistribute'],
    'altered source versions must be plainly marked|alter it and redistribute it freely',
  ),
  phrase(
    'permissive',
    0.7,
    ['royalty'],
    '(?:worldwide|perpetual|non-exclusive|nonexclusive|irrevocable|no-charge),?(?: and)? royalty~free',
  ),
  phrase('permissive', 0.9, ['apache'], `apache(?: software)? ${LICEN}(?:,? version \\d(?:\\.\\d)?)?`),
  named('permissive', [
    'academic free',
    'artistic',
    'boost software',
    '(?:new |simplified |modified |[0-4]~clause )?bsd(?:~[0-4]~clause)?',
    'educational community',
    'eiffel forum',
    'fair',
    'historical permission notice',
    'intel open source',
    'isc',
    'mit(?:~style)?',
    'ncsa open source',
    'openssl',
    'php',
    'python(?: software foundation)?',
    'universal permissive',
    'vovida software',
    'w3c software(?: notice and)?',
    'x11',
    'xnet',
    'zlib(?:/libpng)?',
    'zope',
  ]),
  phrase(
    'permissive',
    0.9,
    ['attribution', 'cc-by', 'by-4', 'creativecommons'],
    `creative commons attribution(?: \\d\\.\\d)?(?: (?:international|unported|generic))?(?: public)? ${LICEN}|cc~by-\\d\\.\\d|creativecommons\\.org/licenses/by/\\d`,
  ),

  phrase(
    'copyleft',
    0.9,
    ['gnu'],
    `gnu(?: lesser| library| affero| general| free)+ (?:public|documentation) ${LICEN}|gnu [la]?gpl(?: ?v?\\d(?:\\.\\d)?)?`,
  ),
  phrase(
    'copyleft',
    0.9,
    ['gplv', 'gpl-'],
    '[la]?gplv[23](?:\\.\\d)?\\+?|[la]?gpl-[23](?:\\.\\d)?(?:-or-later|-only|\\+)?',
  ),
  phrase(
    'copyleft',
    0.9,
    ['subject', 'covered'],
    'source code form is subject to the terms|covered (?:code|software)["’”]? means',
  ),
  named('copyleft', [
    '(?:lesser|affero|library) general|adaptive public|apple|common|eclipse|erlang|ibm|interbase|lucent|mozilla|netscape|q|realnetworks|reciprocal|sun|sun industry standards source',
    'common development and distribution',
    'common public attribution',
    'european union',
    'microsoft reciprocal',
    'motosoto',
    'nokia open source',
    'open software',
    'osset|osl',
    'ricoh source code',
    'sleepycat',
    'sugarcrm',
    'watcom',
    'open (?:data commons )?database',
  ]),
  phrase(
    'copyleft',
    0.9,
    ['alike', 'by-sa'],
    '(?:creative commons )?attribution~share~?alike|cc~by-sa(?:-\\d\\.\\d)?',
  ),

  phrase(
    'restricted',
    0.85,
    ['commercial', 'by-nc', 'deriv', 'by-nd'],
    '(?:creative commons )?attribution~non-?commercial(?:~(?:no~?deriv(?:ative)?s|share~?alike))?|attribution~no~?deriv(?:ative)?s|cc~by-n[cd](?:-nd|-sa)?(?:-\\d\\.\\d)?|for non-?commercial (?:use|purposes?)(?: only)?',
  ),
  phrase(
    'restricted',
    0.9,
    ['commons', 'polyform', 'licen'],
    `commons clause|server side public ${LICEN}|business source ${LICEN}|elastic ${LICEN}|polyform [a-z-]{4,20}|community ${LICEN} agreement|(?:open)?rail(?:-[ms])? ${LICEN}`,
  ),
  phrase(
    'restricted',
    0.75,
    ['unauthor', 'proprietary', 'reproduced', 'redistributed'],
    'unauthori[sz]ed (?:copying|reproduction|use|distribution|duplication)|confidential and proprietary|proprietary and confidential|(?:may|shall|must) not be (?:reproduced|redistributed)',
  ),
  phrase(
    'restricted',
    0.7,
    ['permission', 'consent'],
    'without (?:the )?(?:specific,? )?(?:prior|express)(?:,? (?:prior|express))?(?: written)? (?:permission|consent)',
  ),

  phrase(
    'public-domain',
    0.85,
    ['domain', 'cc0', 'unlicense', 'waive'],
    '(?:released|placed|dedicated|is)(?: (?:in)?to| in)? the public domain|public domain dedication|cc0(?:[-\\x20]1\\.0)?|the unlicense|waives? all copyright',
  ),

  // What every licence shares: weak alone, and all that remains of one that no name above covers.
  phrase(
    'permissive',
    0.6,
    ['warrant'],
    '["\'“”`]{0,2}as~is["\'“”`]{0,2},?(?: basis,?)? (?:and )?without (?:any )?(?:express or implied )?warrant(?:y|ies)',
  ),
  phrase(
    'identifier',
    0.7,
    ['licen'],
    `(?:licen[sc]ed|released|distributed|available|relicensed) under (?:the |an? )?(?:terms (?:and conditions )?of )?(?:the |an? )?[\\w.+-]{2,40}(?: [\\w.+-]{1,40}){0,4} ${LICEN}|(?:under|to) the terms (?:and conditions )?of (?:the |this )?(?:[\\w-]{1,20} ){0,5}${LICEN}`,
  ),
  phrase('identifier', 0.6, ['licen'], `(?:free software|open source|public|font) ${LICEN}`),
  phrase(
    'identifier',
    0.6,
    ['licen'],
    `licensor (?:hereby )?grants|grants? (?:to )?you(?:,)? an? (?:[\\w-]{1,20},? ){0,8}${LICEN}|this ${LICEN} (?:agreement )?(?:applies|governs|grants|does not|shall|is an agreement)`,
  ),
]
