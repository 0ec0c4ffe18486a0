import { formatDate } from '@/lib/format'
import { paragraphs, quoted, type Template } from '../message'

/**
 * To somebody who asked what there is about them (GDPR Art. 15), or that it be corrected (Art. 16) when nothing is about them. No row, and no
 * word of one, stands in a letter.
 */
export const takedownAnswered: Template<{
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
}> = {
  name: 'takedown-answered',
  render: ({ reference, dataset, toCorrect, copy, targets, more, note, redress, trackingUrl }) => ({
    subject: copy
      ? `What we hold about you: request ${reference}`
      : toCorrect
        ? `We found nothing about you to correct: request ${reference}`
        : `We hold nothing about you that we could find: request ${reference}`,
    text: paragraphs(
      copy
        ? `You asked what the dataset "${dataset}" holds about you, request ${reference}. ${rowsOf(copy.rows)}`
        : `${toCorrect ? `You asked that something in the dataset "${dataset}" be corrected` : `You asked what the dataset "${dataset}" holds about you`}, request ${reference}. We looked for this in its latest revision, and a person looked at what was found. Apart from what only safety officers may see, of which nothing is said to anybody, nothing in it is about you${toCorrect ? ', so nothing is corrected' : ''}:`,
      copy ? undefined : targets.map((target) => quoted(target, 160)).join('\n>\n'),
      copy || more === 0 ? undefined : `… and ${more} more.`,
      copy && copy.others > 0
        ? `${copy.others === 1 ? 'One more row is' : `${copy.others} more rows are`} not in the copy, because the rights of other people forbid it (GDPR Art. 15(4)).`
        : undefined,
      copy
        ? `The copy is on the page below, to read and to save, until ${formatDate(copy.until)}. To open it you need a code that we send to this address, so that the link alone shows it to nobody. With it stand what the data is used for, who got it, where it comes from and what you can ask for.`
        : 'A name that is written otherwise, another address or a picture can be there all the same. If you know of one, send it to us in a new request.',
      copy
        ? 'Rows that nothing has shown to be yours are neither in the copy nor counted. If you have another address or site that stands in the dataset, ask again and show that one, too.'
        : 'What we hold of you is this request: your name, your address and what you wrote. It goes a year after you sent it, or when you cannot contest this answer any more, if that is later; sooner if you want.',
      copy
        ? 'Of what only safety officers may see, nothing is said here, whether or not there is any.'
        : undefined,
      note ? `The person who looked at it writes:\n${quoted(note, 2_000)}` : undefined,
      redress,
      trackingUrl,
    ),
  }),
}

const rowsOf = (rows: number): string =>
  rows === 0
    ? 'There is something, but nothing of it can be given to you.'
    : `A copy of ${rows === 1 ? 'the row that is' : `the ${rows} rows that are`} about you is ready.`

/** To the address that was confirmed with the request. */
export const takedownCopyCode: Template<{ code: string; minutes: number }> = {
  name: 'takedown-copy-code',
  render: ({ code, minutes }) => ({
    subject: 'Your code',
    text: paragraphs(
      'Somebody wants to open the copy of what we hold about you. If that is you, enter this code on the page of your request:',
      code,
      `It holds for ${minutes} minutes.`,
      'If it was not you, do nothing, and give the code to nobody: whoever has it and the link of your request can read the copy.',
    ),
  }),
}
