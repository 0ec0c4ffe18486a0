import { paragraphs, quoted, type Template, wrote } from '../message'

/** To somebody who asked that something be corrected: what would be published as theirs (GDPR Art. 16). */
export const takedownStatementOffered: Template<{
  reference: string
  dataset: string
  statement: string
  note: string | null
  trackingUrl: string
}> = {
  name: 'takedown-statement-offered',
  render: ({ reference, dataset, statement, note, trackingUrl }, say) => ({
    subject: say('letters.statementOffered.subject', { reference }),
    text: paragraphs(
      say('letters.statementOffered.asked', { reference, dataset }),
      quoted(statement, 400),
      say('letters.statementOffered.agree'),
      wrote(say('letters.wrote.handler'), note),
      trackingUrl,
      say('letters.statementOffered.otherwise'),
    ),
  }),
}
