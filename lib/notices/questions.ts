import { phrase } from './fold'

/** What a part of a letter answers. */
export type Topic =
  | 'relation'
  | 'authority'
  | 'work'
  | 'work_url'
  | 'material'
  | 'removed_material'
  | 'forks'
  | 'licence'
  | 'solution'
  | 'dispute'
  | 'why'
  | 'infringer'
  | 'good_faith'
  | 'accuracy'
  | 'mistake'
  | 'jurisdiction'
  | 'fair_use'
  | 'read_guide'
  | 'contact'
  | 'signature'
  | 'aside'

export type Question = {
  topic: Topic
  pattern: RegExp
  /** Says something only once it is answered. */ asks: boolean
}

const asked = (topic: Topic, source: string): Question => ({ topic, pattern: phrase(source), asks: true })
const stated = (topic: Topic, source: string): Question => ({ topic, pattern: phrase(source), asks: false })

/**
 * How the questions of common forms begin, on folded text. Hosts publish the letters that they get with the questions of their own
 * form in them; the same questions are asked in other words elsewhere. First match wins.
 */
export const QUESTIONS: readonly Question[] = [
  asked('relation', 'are you the (?:copyright (?:owner|holder)|owner of the (?:content|work|material))'),
  asked('relation', 'sind sie (?:selbst )?(?:der|die) (?:urheber|rechteinhaber)'),
  asked('authority', 'please describe the nature of your (?:copyright|content) ownership'),
  asked('aside', 'are you submitting a revised dmca notice'),
  asked('aside', 'does your claim involve content on'),
  asked('aside', 'please provide the [a-z]+ ticket number'),
  asked('aside', '(?:please )?describe the change'),
  asked('work', 'please provide a detailed description of the (?:original )?copyrighted work'),
  asked('work', 'what work was (?:allegedly )?infringed'),
  asked('work', 'identify and describe the (?:original |copyrighted )*works?'),
  asked('work', 'welches werk (?:ist|wird|wurde)'),
  asked('work_url', 'if the original work (?:referenced|mentioned) above is available online'),
  asked('work_url', 'where can we see an authori[sz]ed example'),
  asked('material', 'what files should be (?:taken down|removed)'),
  asked('material', 'identify (?:the full repository url|only the specific file urls)'),
  asked('material', 'location of (?:the )?infringing (?:material|content|files?)'),
  asked('material', 'we ask that a dmca takedown notice list every specific file'),
  asked('material', 'welche (?:inhalte|dateien|seiten) sollen (?:entfernt|gelöscht|gesperrt)'),
  asked('removed_material', 'what files were (?:taken down|removed|disabled)'),
  asked('removed_material', 'welche (?:inhalte|dateien|seiten) wurden (?:entfernt|gelöscht|gesperrt)'),
  asked('forks', '(?:have you searched for|did you find) any forks'),
  stated('forks', 'based on the representative number of forks'),
  asked('licence', 'is the work licensed under an open source licen[sc]e'),
  asked('licence', 'which licen[sc]e ?\\?'),
  asked('licence', 'how do you believe the licen[sc]e is being violated'),
  asked('licence', 'what changes can be made to bring the project into compliance'),
  asked('aside', 'do you claim to have any technological measures'),
  asked('aside', 'what technological measures do you have in place'),
  asked('aside', 'how is the accused project designed to circumvent'),
  asked('solution', 'what would be the best solution'),
  asked('dispute', 'do you want to make changes to your repository or do you want to dispute'),
  asked('why', 'is there anything else you think we should know about why'),
  asked('why', 'warum (?:halten sie|war) die (?:entfernung|löschung|sperrung)'),
  asked('infringer', "do you have the (?:alleged )?infringer's contact"),
  stated('good_faith', 'i have a good[ -]faith belief that use of the copyrighted materials?'),
  stated('accuracy', 'i swear, under penalty of perjury, that the information'),
  stated('mistake', 'i swear, under penalty of perjury, that i have a good[ -]faith belief'),
  stated('jurisdiction', 'i consent to the jurisdiction of'),
  stated('fair_use', 'i have taken (?:<a href\\S{1,200} )?fair use'),
  asked('aside', 'type \\(or copy and paste\\) the following'),
  asked('read_guide', 'please confirm that you have'),
  stated('read_guide', 'i have read and understand [^?]{0,40}guide to (?:submitting|filing)'),
  asked('contact', 'so that (?:we|the complaining party) can get back to you'),
  asked('contact', '(?:my |our )?contact information(?: is)?(?: as follows)?:?'),
  asked('signature', 'please (?:type|enter) your full (?:legal )?name'),
]

const THINGS =
  'work works content material materials file files code source repository repositories repo repos project projects page pages link links url urls location locations'.split(
    ' ',
  )

/** Labels of one or a few words before a colon, or above a list. */
export const LABELS: ReadonlyMap<string, Topic> = new Map([
  ...labels('work', 'work', 'works', 'title of work', 'original', 'originals'),
  ...labels(
    'work',
    ...each(['original', 'copyrighted', 'protected', 'our', 'my', 'my original', 'our original']),
  ),
  ...labels('work', 'werk', 'werke', 'geschütztes werk', 'titel des werks', 'originalwerk', 'originalwerke'),
  ...labels('work_url', ...each(['original'], ['url', 'urls', 'source', 'location', 'link', 'links'])),
  ...labels('work_url', 'url of original work', 'source of the original'),
  ...labels('work_url', 'original-url', 'fundstelle des originals', 'adresse des originals'),
  ...labels(
    'material',
    'infringing page/material',
    'links to infringing material',
    'infringing',
    'copy',
    'copies',
  ),
  ...labels(
    'material',
    ...each(
      [
        'infringing',
        'allegedly infringing',
        'unauthorized',
        'unauthorised',
        'pirated',
        'stolen',
        'offending',
      ],
      [...THINGS, 'copy', 'copies', 'fork', 'forks'],
    ),
  ),
  ...labels('material', 'url', 'urls', 'location', 'locations'),
  ...labels('material', 'fundstelle', 'fundstellen', 'rechtsverletzende inhalte', 'rechtsverletzende url'),
  ...labels('material', 'kopie', 'kopien', 'rechtsverletzende kopie', 'rechtsverletzende kopien'),
  ...labels('removed_material', ...each(['removed', 'disabled']), 'entfernte inhalte'),
  ...labels(
    'aside',
    ...each(['authorized', 'authorised', 'permitted', 'allowed'], [...THINGS, 'copies', 'forks', 'mirrors']),
  ),
  ...labels('aside', ...each(['previously removed', 'already removed', 'previously reported'])),
  ...labels(
    'aside',
    'previously removed',
    'already removed',
    'bereits entfernt',
    'ausnahmen',
    'erlaubte kopien',
  ),
  ...labels(
    'aside',
    'exceptions',
    'not part of this notice',
    'not part of this request',
    'evidence',
    'proof',
    'references',
  ),
  ...labels('signature', 'signature', 'electronic signature', 'signed', 'unterschrift', 'gezeichnet', 'gez'),
])

/** Each of the words with each of the things: "original work", "original repository" … */
function each(words: readonly string[], things: readonly string[] = THINGS): string[] {
  return words.flatMap((word) => things.map((thing) => `${word} ${thing}`))
}

function labels(topic: Topic, ...names: string[]): [string, Topic][] {
  return names.map((name) => [name, topic])
}
