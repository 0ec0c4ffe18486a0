import { paragraphs, quoted, type Template } from '../message'

/** To somebody who asked that something be corrected: what would be published as theirs (GDPR Art. 16). */
export const takedownStatementOffered: Template<{
  reference: string
  dataset: string
  statement: string
  note: string | null
  trackingUrl: string
}> = {
  name: 'takedown-statement-offered',
  render: ({ reference, dataset, statement, note, trackingUrl }) => ({
    subject: `Please read what would be published: request ${reference}`,
    text: paragraphs(
      `You asked that something in the dataset "${dataset}" be corrected, request ${reference}. Its text is not rewritten. What can stand beside it, in every later release and for everybody to read, is this statement of yours:`,
      quoted(statement, 400),
      'Nothing else of you is published with it. It is published only if you agree, on the page below. Who has a release keeps what is in it.',
      note ? `The person who looks after it writes:\n${quoted(note, 2_000)}` : undefined,
      trackingUrl,
      'If it is not right, say so in a new request, or withdraw this one on the same page. The time we have to answer runs on.',
    ),
  }),
}
