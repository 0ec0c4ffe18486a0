import { phrase } from './fold'
import type { Found, NoticeType, Span } from './notice'

type Evidence = { type: NoticeType; weight: number; pattern: RegExp }

const says = (type: NoticeType, weight: number, ...sources: string[]): Evidence[] =>
  sources.map((source) => ({ type, weight, pattern: phrase(source) }))

/**
 * What a letter of each type says of itself, on folded text. A weight counts once, however often the words stand there. The strongest are
 * what the law has each of them declare: 17 U.S.C. § 512(c)(3)(A)(v)-(vi) and (g)(3)(C)-(D).
 */
const EVIDENCE: readonly Evidence[] = [
  ...says(
    'counternotice',
    3,
    '(?:removed|disabled|taken down|deleted)… (?:as a result of|because of|by|due to) (?:a )?(?:mistake|misidentification)',
    '(?:mistake or misidentification|mistaken information, misidentification)',
    'content that has been disabled, or authori[sz]ed',
    'do you want to dispute the notice',
    'irrtümlich(?:erweise)? (?:entfernt|gelöscht|gesperrt)',
    '(?:aufgrund|wegen|infolge) (?:eines irrtums|einer verwechslung|eines fehlers)… (?:entfernt|gelöscht|gesperrt)',
  ),
  ...says(
    'counternotice',
    2,
    '512 ?\\(g\\)',
    '(?:guide to (?:filing|submitting) a dmca|this is a|file a|submit a|following is a)(?: dmca)? counter',
    'i (?:want|wish|would like) to (?:counter|dispute) (?:this|the)',
    '(?:accept|acceptance of) service of process',
    'consent to the jurisdiction',
    'gegendarstellung|gegenmitteilung|gegenerklärung|gegenanzeige',
    '(?:gerichtsbarkeit|zuständigkeit) des… gerichts',
    'zustellung(?:en)?… (?:entgegen|annehmen)',
  ),
  ...says(
    'counternotice',
    1.5,
    'counter[ -]?(?:notice|notification|claim)',
    '(?:restore|reinstate|re-?enable|bring back|put back|unlock)… (?:my|our|the) (?:content|repositor|file|work|project|page|material|access)',
    'restoration of my',
    '(?:was|were|been|got|has been|just got) (?:taken|take)[- ]?down',
    '(?:was|were|has been|have been) (?:wrongly|wrongfully|inappropriately|mistakenly|falsely) (?:removed|disabled|taken down)',
    'dispute the (?:notice|claim|takedown)',
    '(?:response|reply) to (?:a|the|your)… (?:dmca|takedown|claim of copyright)',
    '(?:my|our|diesen|meinen|unseren) inhalte?… wieder ?(?:herzustellen|freizuschalten|freigeschaltet|hergestellt)',
  ),
  ...says(
    'takedown',
    3,
    'not authori[sz]ed by the (?:copyright )?(?:owner|holder)',
    'nicht (?:durch|von)… (?:urheber|rechteinhaber|inhaber)… (?:erlaubt|gestattet|genehmigt|autorisiert)',
    'what files should be taken down',
  ),
  ...says(
    'takedown',
    2,
    'exclusive right that is (?:allegedly )?infringed',
    '512 ?\\(c\\)',
    '(?:remove|disable)(?: or (?:remove|disable|block))*(?: access)?(?: to)? (?:the|this|all|these|any|said|it|them|both)',
    'infring(?:ing|es|ed|ement|e)',
    '(?:request|demand|ask|seek|want)[a-z]*… (?:removal|takedown|take[- ]down|be removed|be taken down|remove)',
    '(?:bitte|fordern?|verlangen?|beantragen?)… (?:zu )?(?:entfernen|löschen|löschung|entfernung|sperren|sperrung)',
    '(?:urheberrecht|rechte)[a-zäöü]* … ?verletz',
  ),
  ...says(
    'takedown',
    1,
    'unauthori[sz]ed(?: and infringing)? (?:cop|use|post|distribut)',
    '(?:dmca|copyright)[a-z ]{0,20} (?:takedown|notice of|violation|infringement|claim)',
    'guide to (?:filing|submitting) a dmca (?:takedown )?notice',
    'urheberrechtsverletz|rechtswidrig',
  ),
  ...says(
    'retraction',
    6,
    '(?:retract|rescind|withdraw|revoke|cancel|recall)(?:s|ing)?(?: this| our| my| its| their| the| all| any| part| of| those| these| said| above| previous| prior| earlier| recent| original| entire| partially| dmca| copyright| your| with| regard| to| regarding)* (?:notices?|requests?|claims?|take ?-?downs?|complaints?|letters?|counter|notifications?)',
    '(?:notice|request|claim|takedown|complaint)s? (?:is|are|be|has been|have been) (?:hereby )?(?:retracted|rescinded|withdrawn|revoked|cancell?ed)',
    '(?:notice|request|claim|takedown|complaint|removal)s? (?:is|are) (?:not|no longer) (?:needed|required|necessary|valid|wanted)',
    '(?:notice|request|claim|takedown|complaint)s?(?: \\S+){0,5} (?:was|were) (?:sent|filed|submitted|issued|made) (?:in error|by mistake|erroneously|mistakenly)',
    '(?:disregard|ignore|cancel) (?:our|my|the|this)(?: \\S+){0,4} (?:notice|request|claim|takedown|complaint)',
    '(?:notice|retraction) of (?:retraction|withdrawal|claim|takedown)',
    '(?:no longer|do not) (?:wish|want|intend|need)[a-z]* (?:to pursue|to proceed|for)(?: \\S+){0,6} (?:notice|claim|takedown|complaint|removed|removal)',
    '(?:ziehe|ziehen|nehme|nehmen)(?: \\S+){1,16} zurück',
    '(?:rücknahme|zurücknahme|widerruf) (?:der|meiner|unserer|dieser|des|unseres|meines) (?:meldung|anzeige|beschwerde|mitteilung|antrag|löschantrag)',
    '(?:meldung|anzeige|beschwerde|löschantrag)… (?:hat sich erledigt|gegenstandslos|hinfällig)',
  ),
  ...says(
    'retraction',
    5,
    '(?:retraction|withdrawal|revocation|cancellation) of (?:our|my|the|this|a|all|any|its|dmca|previous|prior|earlier)',
    '(?:lift|drop|cancel|close|undo|reverse|void|nullify|remove|release|revert)(?: the| our| this| my| that| your)+(?: previous| earlier| prior| recent| said)?(?: dmca| copyright)*(?: take ?-?down)? (?:notice|claim|request|complaint|block|suspension|case|take ?-?down|dmca|strike)s?',
    '(?:mistakenly|erroneously|inadvertently|accidentally|wrongly|wrongfully|incorrectly) (?:identified|listed|included|reported|sent|filed|issued|submitted|named|flagged|requested)',
    '(?:included|listed|reported|identified|named|flagged|filed|sent|submitted) (?:by mistake|in error|by accident)',
    '(?:we|i) (?:hereby |would like to |wish to |want to |now |also )*(?:retract|rescind|withdraw)',
    '(?:we|i) (?:have )?no (?:further |longer any )?(?:objection|concern|complaint|claim)s?',
  ),
  ...says(
    'retraction',
    3,
    '(?:mistake|error) in our (?:findings|notice|claim|request)',
    '(?:we|i) (?:have|are|am|was|were)?…(?:apologi[sz]e|sorry) for (?:the|this|our|any)… (?:error|mistake|confusion)',
    '(?:issue|matter|dispute) (?:has been|is|was) (?:resolved|settled)',
    '(?:we|i) have (?:now )?(?:authori[sz]ed|permitted|given permission|licensed|reached an? agreement)',
    '(?:does not|do not|is not|are not) (?:in violation|violate|infring)…',
    '(?:restor(?:e|ed|ing)|reinstat(?:e|ed|ing)|brought back|bring back|put back|re-?enabled?|unblock(?:ed)?|unlock(?:ed)?)',
    '(?:retract(?:s|ed|ing|ion)?|rescind(?:s|ed|ing)?|withdraw(?:s|n|ing|al)?)',
    '(?:our|my) (?:previous|earlier|prior|recent) (?:dmca |takedown |copyright )*(?:notice|request|letter|e-?mail|claim|take ?-?down|dmca)',
  ),
  ...says(
    'reversal',
    7,
    '[a-z]+ has (?:reconsidered|reversed|reviewed and reversed|determined)(?: \\S+){0,14} notice',
    '(?:decided|determined) to (?:reject|reverse)(?: \\S+){0,6} (?:notice|decision|takedown)',
    '(?:we|hosting provider) (?:have|has) (?:reconsidered|reversed) (?:our|the|its) (?:decision|processing|takedown)',
    '(?:haben|hat) (?:die|unsere|ihre|seine) (?:sperrung|entscheidung|löschung)… (?:aufgehoben|rückgängig|zurückgenommen)',
  ),
]

type Score = { type: NoticeType; score: number; span: Span }

/**
 * The type by the sum of what speaks for each. What an answered form asks counts like what is said. A retraction, a counter notice and a
 * reversal are about an earlier takedown and often quote it, so each of them wins over a takedown once its own words are there.
 */
export function typeOf(folded: string): Found<NoticeType> & { runnerUp: NoticeType | null } {
  const scores = scored(folded)
  const [best, next] = scores.sort((a, b) => b.score - a.score)
  if (!best || best.score === 0)
    return { value: 'takedown', span: { start: 0, end: 0 }, sure: 0, runnerUp: null }
  const sure = 1 / (1 + Math.exp(-(best.score - (next?.score ?? 0)) / 2))
  return { value: best.type, span: best.span, sure, runnerUp: next && next.score > 1 ? next.type : null }
}

function scored(folded: string): Score[] {
  const scores: Score[] = (['takedown', 'counternotice', 'retraction', 'reversal'] as const).map((type) =>
    scoreOf(type, folded),
  )
  const of = (type: NoticeType) => scores.find((score) => score.type === type)?.score ?? 0
  const [counter, retraction, reversal] = [of('counternotice'), of('retraction'), of('reversal')]
  const withdrawn = scores.find(({ type }) => type === 'retraction')?.span.start ?? 0
  return scores.map((score) => {
    // What is taken back is often quoted below the words that do it.
    const quoted = withdrawn < score.span.start ? 5 : 6
    if (score.type === 'takedown' && reversal >= 6) return { ...score, score: score.score / 2 }
    if (score.type === 'takedown' && retraction >= quoted && (quoted === 5 || score.score < 9))
      return { ...score, score: score.score / 2 }
    if (score.type === 'takedown' && counter >= 6) return { ...score, score: score.score / 2 }
    if (score.type === 'retraction' && counter >= 6) return { ...score, score: score.score / 2 }
    return score
  })
}

function scoreOf(type: NoticeType, folded: string): Score {
  let score = 0
  let strongest: { weight: number; span: Span } | null = null
  for (const evidence of EVIDENCE) {
    if (evidence.type !== type) continue
    evidence.pattern.lastIndex = 0
    const match = evidence.pattern.exec(folded)
    if (!match) continue
    score += evidence.weight
    if (!strongest || evidence.weight > strongest.weight)
      strongest = {
        weight: evidence.weight,
        span: { start: match.index, end: match.index + match[0].length },
      }
  }
  return { type, score, span: strongest?.span ?? { start: 0, end: 0 } }
}
