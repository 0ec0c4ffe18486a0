import { phrase } from './fold'
import type { LinkRole, NoticeType } from './notice'

/**
 * How far a cue reaches that says that an address is not what the letter is about: `next` = right behind it, `page` = the same on hosts of no
 * code, `list` = also over an empty line.
 */
export type Reach = 'next' | 'page' | 'sentence' | 'list'
export type Cue = { role: LinkRole; reach: Reach; pattern: RegExp }

/** A cue begins at the beginning of a word: "unauthorised copies" are no authorised ones. */
const cue = (role: LinkRole, reach: Reach, ...sources: string[]): Cue[] =>
  sources.map((source) => ({ role, reach, pattern: phrase(`(?<![a-zäöü])(?:${source})`) }))
/** German puts words together: its cues stand within them. */
const within = (role: LinkRole, reach: Reach, ...sources: string[]): Cue[] =>
  sources.map((source) => ({ role, reach, pattern: phrase(source) }))

/**
 * Words before an address that say what it is, on folded text; the last before the address decides, of two that end together the later of
 * this list.
 */
const CUES: readonly Cue[] = [
  ...cue(
    'material',
    'list',
    '(?<!non[ -])infring(?:ing|es|ed|ement|e)',
    'unauthori[sz]ed',
    'illegal(?:ly)?',
    'pirated?',
    '(?:remove|delete|disable|take ?down|taken down|takedown|removal|removed|disabled|deleted|blocked)',
    '(?:restor|reinstat|re-?enabl|brought back|bring back|put back|retract|withdraw|rescind)[a-z]*',
    'located at',
    'copied (?:it |them |this |all )?(?:to|in|on|into)',
    '(?:is|are) back (?:at|on|up|under)',
    'reproduced',
    '(?:copies|clones|mirrors)(?: [a-z]+){0,4} ?:',
    'repositor(?:y|ies)(?: \\S+){0,6} ?:',
    'following (?:link|url|repositor|page|file|location|website|address)',
    'stolen',
    'violat(?:es?|ing|ion)',
  ),
  ...within(
    'material',
    'list',
    '(?:verletz|entfern|lösch|sperr|rechtswidrig|wiederherstell|folgende)[a-zäöü]*',
  ),
  ...cue(
    'work',
    'list',
    '(?:allegedly )?infringed work',
    '(?:copyrighted|protected) (?:work|material)s?(?: \\S+){0,3} ?:',
  ),
  ...cue(
    'work',
    'sentence',
    "(?:complainant|claimant|plaintiff|company|(?:other|complaining) (?:side|party))(?:'s)? (?:own )?(?:original )?(?:website|site|product|repository|repo|project|code|software|package)",
    '(?:of|is|are) (?:theirs|his|hers)',
    'official (?:website|site|repositor|page|distribution)',
    '(?:for sale|available|published|purchased?|downloaded|found|sold|seen|bought) (?:at|on|from|here|under|by us|by me)',
    'authori[sz]ed (?:example|cop(?:y|ies)|version|source|mirror|fork|distribution)s?',
    '(?:from|copied from|taken from|stolen from|based on|forked from|derived from|belonging to)(?: (?:the|our|my|this))? ?\\(?',
    '(?:(?:identical|similar) (?:to|with)|same as|(?:derivative|duplicate)s? of|(?:cloned|ripped|plagiari[sz]ed|lifted|modified) from)(?: (?:the|our|my|this))? ?\\(?',
    '(?:is|are|was|were|being) (?:[a-z]+ ){0,4}(?:fork|cop(?:y|ie)|clone|mirror)s? of',
    'licen[sc](?:e|ing)(?: terms)?',
  ),
  // "The copies of my novel at …" names the copies, "a copy of …" what was copied.
  ...cue(
    'work',
    'next',
    '(?:fork|copy|clone|mirror) of(?: (?:the|our|my|this|their|his|her))?(?: original| official| own)?(?: repositor(?:y|ies)| repo| project)?',
    '(?:rights? (?:in|to)|copyrights? (?:in|to|of)|rechte? an)(?: (?:the|our|my|meinem|unserem))?',
  ),
  ...cue(
    'work',
    'page',
    '(?:software|product|application|app|game|book|website|library|plugin|theme|font)s? ?\\(',
  ),
  ...within(
    'work',
    'sentence',
    '(?:zu finden|erschienen|erhältlich|veröffentlicht) (?:unter|auf|bei|in)',
    '(?:kopien?|kopiert|abgeleitet|abzweigung(?:en)?|übernommen) (?:von|aus)(?: (?:meinem|meiner|unserem|unserer|dem|der))?',
  ),
  // What is removed from a place is there; and so is what is there without permission.
  ...cue(
    'material',
    'list',
    'without (?:our |my |any |his |her |their )?(?:prior |express |written )*(?:permission|authori[sz]ation|consent|licen[sc]e)(?: ?:)?',
    'ohne (?:unsere |meine |jede )?(?:erlaubnis|genehmigung|zustimmung|lizenz)(?: ?:)?',
    '(?:remov|delet|tak|disabl|pull)[a-z]*(?: [a-z\'"-]{1,24}){1,8} (?:from|off)(?: (?:the|this))?',
  ),
  ...cue(
    'mention',
    'sentence',
    'screen ?shots?',
    'pull requests?',
    '(?:evidence|proof|beweis)',
    "(?:user|owner|author|infringer|account|profile)(?:'s)?(?: \\S+){0,3}:",
    '(?:policy|policies|guide|terms of (?:service|use)|richtlinien?)',
    'commits?',
    'video',
    'company',
    'sincerely|regards|grüß',
    'see (?:also )?(?:the )?(?:page|article|blog|post)',
  ),
  ...cue(
    'notice',
    'sentence',
    '(?:in response to|with regard to|posted at|notice at|published at|regarding the)(?: \\S+){0,6} notice[^.\\n]{0,30}',
  ),
]

/** Of who asks for a removal: of what was removed the others say that it is theirs, does not infringe, should not be removed, was removed before. */
const OF_A_TAKEDOWN: readonly Cue[] = [
  ...cue(
    'work',
    'sentence',
    '(?:our|my) (?:own )?(?:official )?(?:website|site|product|repository|repo|page|web ?page|store|shop|app|book|software|work|project|code|package|library|course|game|plugin|theme|upstream)(?: (?:url|link|address|location))?(?: ?:)?',
    '(?:authors?|creators?|owners?|maintainers?|developers?|holders?|urheber(?:in)?|autor(?:in)?|inhaber(?:in)?) (?:of|von)',
    '(?:we|i) (?:publish|host|maintain|develop|distribut|creat|wrote|releas)[a-z]*(?: \\S+){1,6} (?:at|on|under|in)',
    '(?:unsere?|meine?)[a-z]? (?:eigene[a-z]* )?(?:webseite|website|seite|produkt|repository|buch|software|werk|projekt|bibliothek)',
  ),
  ...cue(
    'mention',
    'list',
    'non[ -]?infringing[^:.\\n]{0,40} ?:',
    'original (?:dmca |takedown |copyright )*(?:notice|request|complaint|letter|message|e-?mail)s?(?: ?:)?',
    "(?:do not|don't|should not|shouldn't|must not|need not|not to)(?: be)? (?:remove|delete|disable|block|take|taken)[a-z]*(?: down)?",
    "(?:do|does|is|are)(?: not|n't) (?:infring|violat)[a-z]*(?: [a-z]+){0,4}",
    '(?<!not )(?:licensed|allowed|permitted|whitelisted|exempt(?:ed)?|exceptions?|excluded|excepted)(?: [a-z]+){0,5} ?:',
    'not (?:a )?(?:part|covered|included|subject|meant)(?: [a-z]+){0,5} ?:',
    'nicht (?:entfernt|gelöscht|gesperrt|gemeint|betroffen)(?: [a-zäöü]+){0,3}',
    '(?:already|previously|earlier)(?: been)? (?:removed?|taken down|took down|disabled?|deleted?|blocked|reported|processed)(?: [a-z]+){0,4}(?: ?:)?',
    '(?:previous|earlier|prior|last|former|first) (?:dmca )?(?:takedown )?(?:notice|request|complaint|report|letter|e-?mail)s?(?: [a-z]+){0,5}',
    'bereits (?:entfernt|gelöscht|gesperrt|gemeldet)(?: [a-zäöü]+){0,3}(?: ?:)?',
  ),
  // "The scans of my book" are not the sender's; "these are copies of my book" were said above.
  ...cue(
    'material',
    'list',
    '(?<!(?:is|are|was|were|be|being) )(?:copies|scans|parts|chapters|excerpts|pages|versions|leaks|uploads|files) (?:of|from) (?:my|our|the|his|her) (?:[a-z]+ ){0,3}[a-z]+(?: (?:at|on|under|here|in)(?: ?:)?| ?:)',
  ),
  ...within(
    'material',
    'list',
    '(?:kopien|scans|teile|auszüge|seiten) (?:meine|unsere)[a-z]* [a-zäöü]+(?: (?:unter|auf|bei)(?: ?:)?| ?:)',
  ),
  ...cue(
    'mention',
    'next',
    '(?:but not|except(?:ing)?(?: for)?|with the exception of|other than|apart from|mit ausnahme von|außer|nicht aber|aber nicht|jedoch nicht)(?: the| dem| der)?(?: repository)?',
    '(?:please )?(?:keep|leave|ignore|compare)(?: the)?',
    '(?:not? |never )(?:object|objections?) (?:to|against)(?: the)?',
  ),
]

const ORIGINAL = 'original(?:ly)?(?: (?!(?:and|or|but|und|oder) )[^\\s:;,]{0,40}[^\\s:;,.!?]){0,4}(?: ?:)?'

/** Whoever is not the sender is the infringer in a takedown, and in an answer to one the claimant. */
const OF_OTHERS =
  '(?:their|his|her) (?:own )?(?:original )?(?:website|site|product|repository|repo|project|code|software|package)'

/** Who takes a notice back calls a project their own that was never meant. */
const OF_A_RETRACTION: readonly Cue[] = cue(
  'work',
  'sentence',
  '(?:our|my) own (?:official )?(?:website|site|product|repository|repo|page|project|code|package|library)',
)

const original = cue('work', 'list', ORIGINAL)

/** What says in a letter of each type what an address is. */
export const CUES_OF: Record<NoticeType, readonly Cue[]> = {
  takedown: [...original, ...CUES, ...OF_A_TAKEDOWN, ...cue('material', 'list', OF_OTHERS)],
  // "My original work" was removed.
  counternotice: [
    ...cue('work', 'list', `(?<!(?:my|our) )${ORIGINAL}`),
    ...CUES,
    ...cue('work', 'sentence', OF_OTHERS),
  ],
  retraction: [...original, ...CUES, ...OF_A_RETRACTION],
  reversal: [...original, ...CUES],
}

/** Words right behind an address that say what it is in a takedown: in an answer to one, what "is my original work" is what was removed. */
export const AFTER: readonly { role: LinkRole; says: RegExp }[] = [
  {
    role: 'material',
    says: /^[>)\]"'*_`]{0,4}\s{1,3}(?:is |was |are )?(?:a|an|the) (?:[a-z]{1,20} ){0,2}(?:copy|clone|duplicate)\b/i,
  },
  { role: 'work', says: /^[>)\]"'*_`]{0,4}\s{1,3}(?:is|was) (?:the|my|our) original\b/i },
  { role: 'work', says: /^[>\]"'*_`]{0,4} \((?:the |my |our )?(?:own|original)(?: [a-z]+){0,2}\)/i },
  {
    role: 'mention',
    says: /^[>)\]"'*_`]{0,4} (?:does not|doesn['’]t|do not|don['’]t|is not|isn['’]t|are not) (?:infring|violat|meant|part of|affected)/i,
  },
  {
    role: 'mention',
    says: /^[>)\]"'*_`]{0,4} (?:is|was|has been) (?:already (?:removed|taken down|disabled)|dealt with|resolved|settled)\b/i,
  },
  {
    role: 'mention',
    says: /^[>\]"'*_`]{0,4} \((?:already |previously )?(?:removed|taken down|licensed|authori[sz]ed|allowed|permitted|exempt)\b/i,
  },
]

/** What stands behind it is what a retraction leaves removed. */
export const EXCEPT = phrase(
  '(?:except(?:ing| for)?|with the exception of|other than|all but|apart from|not (?:retract|withdraw|include)[a-z]*|(?:we|i) (?:still |do )?(?:keep|maintain|uphold|stand by)|mit ausnahme|ausgenommen|außer)',
)
