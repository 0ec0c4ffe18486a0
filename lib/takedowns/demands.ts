import type { TakedownKind } from './attestations'
import { questionsOf } from './kinds'
import type { Right } from './rights'

/** What a text asks for whatever form it was written into. */
export type Demand = { kind: 'privacy'; right: Right } | { kind: 'opt_out' }

/**
 * What somebody demands in their own words, in English or German: a right of a person whose data it is, before a reservation
 * against training. A law that is only mentioned is no demand. Pure; linear in the text, whose first 20,000 characters are read.
 */
export function demandIn(text: string): Demand | null {
  const words = text.slice(0, 20_000).replace(/\s+/g, ' ')
  const right = RIGHTS.find(([, said]) => said.some((pattern) => pattern.test(words)))?.[0]
  if (right) return { kind: 'privacy', right }
  return RESERVATIONS.some((pattern) => pattern.test(words)) ? { kind: 'opt_out' } : null
}

/**
 * The form somebody meant, when they wrote into another: a demand under data protection law counts in whatever form it is made
 * (GDPR Art. 12(2)). Forms that a law prescribes word for word are left as they are.
 */
export function meantInstead(kind: TakedownKind, texts: readonly (string | undefined)[]): Demand | null {
  if (!READ_IN.has(kind)) return null
  const demand = demandIn(texts.join('\n'))
  if (demand?.kind === kind) return null
  return demand?.kind === 'opt_out' && !TAKES_RESERVATIONS.has(kind) ? null : demand
}

/** The answers that are in somebody's own words. */
export const wordsOf = (kind: TakedownKind, answers: Readonly<Record<string, string>>): string[] =>
  questionsOf(kind).flatMap(({ name, type }) => (type === 'area' && answers[name] ? [answers[name]] : []))

const READ_IN = new Set<TakedownKind>([
  'privacy',
  'opt_out',
  'other',
  'copyright',
  'licence',
  'publicity',
  'illegal_content',
])
const TAKES_RESERVATIONS = new Set<TakedownKind>(['privacy', 'other'])

const LAW_EN = '(?:(?:uk )?gdpr|general data protection regulation|data protection act|ccpa)'
const LAW_DE = '(?:ds-?gvo|datenschutz-?grundverordnung|bdsg)'
/** `Art. 17 GDPR`, `Article 17(1) of the UK GDPR`, `GDPR Art. 17`, `Artikel 17 DSGVO`, `nach Art. 17 Abs. 1 DSGVO`. */
const article = (number: string) =>
  new RegExp(
    `\\bart(?:icle|ikel|\\.)? ?${number}\\b.{0,30}\\b(?:${LAW_EN}|${LAW_DE})\\b|\\b(?:${LAW_EN}|${LAW_DE})\\b,? ?\\(?art(?:icle|ikel|\\.)? ?${number}\\b`,
    'i',
  )
/** What is about a person, as people put it. */
const MINE_EN =
  '(?:my|his|her|our|their|the) (?:own )?(?:personal|private) (?:data|information|details)|(?:personal|private) (?:data|information) (?:about|of|on|concerning) (?:me|us|him|her|my)|data (?:about|on|concerning) (?:me|us|my)|information about me|my (?:(?:home|private|postal|e-?mail) address|(?:tele)?phone number|full name)'
const MINE_DE =
  '(?:mein\\w*|unser\\w*|sein\\w*|ihr\\w*) (?:personenbezogen\\w*|persönlich\\w*|privat\\w*) (?:daten|angaben|informationen)|personenbezogen\\w* daten|daten (?:über|von|zu) (?:mich|mir|uns|meine\\w*)|mein\\w* (?:(?:privat)?(?:anschrift|adresse)|telefonnummer|daten)'

const EN = (verb: string) => new RegExp(`\\b(?:${verb})\\b.{0,60}?(?:${MINE_EN})`, 'i')
const DE = (verb: string) =>
  new RegExp(`(?:${MINE_DE})\\b.{0,60}?\\b(?:${verb})|\\b(?:${verb})\\w*.{0,40}?(?:${MINE_DE})`, 'i')

/** In the order in which they are looked for: who asks for access and erasure is read as asking for erasure, which includes it. */
const RIGHTS: readonly [Right, readonly RegExp[]][] = [
  [
    'erasure',
    [
      article('17'),
      /\bright (?:to|of) (?:be forgotten|erasure)\b|\bright to delet(?:e|ion)\b/i,
      /\brecht auf (?:löschung|vergessen\w*)/i,
      EN('erase|erasure of|delete|deletion of|remove|removal of|take (?:out|down)|destroy'),
      DE('lösch|gelöscht|entfern|vernicht'),
    ],
  ],
  [
    'objection',
    [
      article('21'),
      /\bright to object\b|\bobject to (?:the|any|this|your) (?:processing|use) of (?:my|our)\b/i,
      /\bwidersprech\w* .{0,40}\b(?:verarbeitung|nutzung|verwendung) (?:mein\w*|der|von) .{0,30}daten/i,
      /\bwiderspruch gegen die (?:verarbeitung|nutzung|verwendung) (?:mein\w*|personenbezogen\w*)/i,
      new RegExp(`\\bwithdraw (?:my|our) consent\\b.{0,60}(?:${LAW_EN}|data)`, 'i'),
    ],
  ],
  [
    'restriction',
    [
      article('18'),
      /\bright to (?:the )?restriction\b|\brecht auf einschränkung der verarbeitung\b/i,
      EN('(?:restrict|limit|suspend|restriction of|suspension of) (?:the )?(?:processing|use) of'),
      /\beinschränkung der verarbeitung\b.{0,60}\bdaten\b/i,
      DE('(?:verarbeitung|nutzung|verwendung) (?:mein\\w* .{0,30})?(?:einschränk|eingeschränkt)'),
    ],
  ],
  [
    'opt_out_of_sale',
    [
      /\b(?:do not|don['’]t|never|stop) (?:sell|sharing|share|selling)\b.{0,40}\b(?:my|our|his|her) personal (?:information|data)\b/i,
      /\bopt(?:ing)?[ -]?out of (?:the )?(?:sale|sharing|sale or sharing|sale and sharing)\b/i,
      /\b1798\.120\b/,
    ],
  ],
  [
    'rectification',
    [
      article('16'),
      /\bright to rectification\b|\brecht auf berichtigung\b/i,
      EN('rectify|correct|rectification of|correction of'),
      DE('berichtig|korrigier'),
    ],
  ],
  [
    'access',
    [
      article('15'),
      /\b(?:subject access|data access) request\b|\bright of access\b|\bdata subject request\b/i,
      /\b(?:which|what) (?:personal )?data .{0,40}\b(?:about|on) me\b/i,
      /\bauskunft (?:über|zu) .{0,40}\bdaten\b|\bauskunftsrecht\b|\bwelche daten .{0,40} (?:über|von|zu) (?:mich|mir)\b/i,
    ],
  ],
]

const RESERVATIONS: readonly RegExp[] = [
  /\bopt(?:ing)?[ -]?out\b.{0,40}\b(?:training|ai|machine learning|data mining|tdm)\b/i,
  /\b(?:not|never|stop|no)\b.{0,60}\b(?:used? (?:for|to|in)|using)\b.{0,40}\b(?:train|training)\b/i,
  /\b(?:object to|do not consent to|don['’]t consent to|forbid|prohibit)\b.{0,60}\b(?:training|train)\b.{0,30}\b(?:ai|models?|llms?|machine)\b/i,
  /\breserv\w+\b.{0,60}\b(?:text and data mining|tdm)\b/i,
  /\b(?:nicht|kein\w*|untersag\w*|widersprech\w*|verbiete)\b.{0,60}(?:ki-?|modell-?)?training\b/i,
  /\b(?:nutzungsvorbehalt|§ ?44b|text und data mining)\b/i,
]
