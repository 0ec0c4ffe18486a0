import { defineDetector, type Match } from '../detector'

/**
 * Copyright notices: a mark (`Copyright`, `©`, `(c)`) with a year or a name after it on the same line (17 U.S.C.
 * § 401 asks for exactly these three), SPDX-FileCopyrightText tags, and reservations of all rights. Speech about
 * copyright ("the copyright holder", "under copyright law") is not a notice.
 */
export const copyrightNotice = defineDetector({
  id: 'copyright-notice',
  version: '1',
  categories: ['copyright'],
  gate: { literals: ['copyright', 'copr.', '(c)', '\u00a9', '&copy;', '&#169;', '&#xa9;', 'reserved'] },
  *find(text): Iterable<Match> {
    for (const match of text.matchAll(NOTICE)) {
      const end = match.index + match[0].trimEnd().length
      const dated = /\b(?:19|20)\d\d\b/.test(match[0])
      yield { type: 'copyright-notice', start: match.index, end, score: dated ? 0.95 : 0.75 }
    }
    for (const match of text.matchAll(RESERVED)) {
      yield { type: 'rights-reserved', start: match.index, end: match.index + match[0].length, score: 0.8 }
    }
  },
})

const WORD = String.raw`(?:[Cc]opyrights?(?:ed)?|COPYRIGHT(?:ED)?|[Cc]opr\.|COPR\.|SPDX-(?:File|Snippet)CopyrightText)`
const SIGN = String.raw`(?:©|&copy;|&#169;|&#x[Aa]9;)`
/** U+FFFD is what is left of a Latin-1 sign read as UTF-8. */
const MARK = String.raw`(?:\([cC]\)|${SIGN}|\|copy\||\ufffd)`
const YEAR = String.raw`(?:19[5-9]\d|20\d\d)`
const GAP = String.raw`[ \t]{1,8}`
const BY = String.raw`(?:(?:by|of)${GAP})?(?:the${GAP})?`

/** What goes on after the word when a sentence talks about copyright. */
const TALK =
  'Act|Agent|All|And|Any|Are|Assignment|Claim|Complaint|Directive|Disclaimer|For|Grant|Holder|If|In|Information|Infringement|Is|Law|Licen[sc]e|Logo|Notice|Office|On|Or|Owner|Permission|Policy|Protection|Reserved|Section|Sign|Statement|Term|The|This|Treaty|Violation|Year'
const HOLDER = String.raw`(?!(?:${TALK}|${TALK.toUpperCase()})[sS]?(?![\p{L}]))[\p{Lu}<][\p{L}\p{N}&.'’<@-]`

/** The notice runs to the end of its line, at most 160 characters after the year or the name. */
const NOTICE = new RegExp(
  String.raw`(?<![\p{L}\p{N}_])(?:` +
    [
      String.raw`${WORD}[:,]?${GAP}(?:\d\d?${GAP})?(?:by${GAP})?${YEAR}`,
      String.raw`${WORD}[:,]?${GAP}${BY}${HOLDER}`,
      String.raw`${WORD}[:,]?[ \t]{0,8}${MARK}[ \t]{0,8}[^\s)]`,
      String.raw`(?:${MARK}[ \t]{0,8}|\([cC]\)(?=opy))[Cc]opyright${GAP}${BY}(?:${YEAR}|${HOLDER})`,
      String.raw`\([cC]\)[ \t]{0,8}(?:${YEAR}|${BY}${HOLDER}[^\r\n]{0,60}?(?<!\d)${YEAR}(?!\d))`,
      String.raw`${SIGN}[ \t]{0,8}(?:${YEAR}|${BY}${HOLDER})`,
    ].join('|') +
    String.raw`)[^\r\n]{0,160}`,
  'gu',
)

const RESERVED = /(?<![\p{L}])(?:all|some|no)\s{1,4}rights\s{1,4}(?:are\s)?reserved(?![\p{L}])/giu
