import { formatDate } from '@/lib/format'
import type { Voice } from '@/lib/i18n/say'
import { paragraphs, quoted, type Template, wrote } from '../message'

type Data = {
  reference: string
  dataset: string
  /** They asked for something to be corrected. */
  toCorrect: boolean
  /** Null: nothing about them. */
  copy: { rows: number; others: number; until: Date } | null
  targets: string[]
  more: number
  note: string | null
  redress: string
  trackingUrl: string
}

/**
 * To somebody who asked what there is about them (GDPR Art. 15), or that it be corrected (Art. 16) when nothing is about them. No row, and no
 * word of one, stands in a letter.
 */
export const takedownAnswered: Template<Data> = {
  name: 'takedown-answered',
  render: (data, say, locale) => {
    const { reference, copy, toCorrect, note, redress, trackingUrl } = data
    const subject = copy ? 'subjectCopy' : toCorrect ? 'subjectNothingToCorrect' : 'subjectNothing'
    return {
      subject: say(`letters.answered.${subject}`, { reference }),
      text: paragraphs(
        ...(copy
          ? ofCopy(say, data, { ...copy, until: formatDate(copy.until, false, locale) })
          : ofNothing(say, data)),
        wrote(say('letters.wrote.looked'), note),
        redress,
        trackingUrl,
      ),
    }
  },
}

function ofCopy(
  say: Voice,
  { dataset, reference }: Data,
  { rows, others, until }: { rows: number; others: number; until: string },
): (string | undefined)[] {
  return [
    say('letters.answered.copy', { dataset, reference, n: rows }),
    others > 0 ? say('letters.answered.others', { n: others }) : undefined,
    say('letters.answered.open', { date: until }),
    say('letters.answered.unproven'),
    say('letters.answered.restricted'),
  ]
}

function ofNothing(
  say: Voice,
  { dataset, reference, toCorrect, targets, more }: Data,
): (string | undefined)[] {
  return [
    say(`letters.answered.${toCorrect ? 'nothingToCorrect' : 'nothing'}`, { dataset, reference }),
    targets.map((target) => quoted(target, 160)).join('\n>\n'),
    more > 0 ? say('letters.more', { n: more }) : undefined,
    say('letters.answered.otherwise'),
    say('letters.answered.request'),
  ]
}

/** To the address that was confirmed with the request. */
export const takedownCopyCode: Template<{ code: string; minutes: number }> = {
  name: 'takedown-copy-code',
  render: ({ code, minutes }, say) => ({
    subject: say('letters.code.subject'),
    text: paragraphs(
      say('letters.code.copy'),
      code,
      say('letters.code.minutes', { n: minutes }),
      say('letters.code.copyNotYou'),
    ),
  }),
}
