import { paragraphs, quoted, type Template } from '../message'

export const takedownNeedsIdentity: Template<{
  reference: string
  dataset: string
  how: string
  note: string | null
  clock: string
  closes: string
  trackingUrl: string
}> = {
  name: 'takedown-needs-identity',
  render: ({ reference, dataset, how, note, clock, closes, trackingUrl }) => ({
    subject: `Please show that it is yours: request ${reference}`,
    text: paragraphs(
      `Before we go on with your request ${reference} about the dataset "${dataset}", we have to be sure that what it names is yours: otherwise anybody could have it taken out.`,
      how,
      note ? `The person who looks after it writes:\n${quoted(note, 2_000)}` : undefined,
      'What to do is on this page. Please send no copy of a document by e-mail.',
      trackingUrl,
      clock,
      `If we hear nothing we remind you once, and close the request on ${closes}. You can send a new one at any time.`,
    ),
  }),
}

/** To an address that stands in a row: perhaps of somebody who never wrote to us. Not a word of it comes from outside. */
export const takedownCode: Template<{ code: string; minutes: number }> = {
  name: 'takedown-code',
  render: ({ code, minutes }) => ({
    subject: 'Your code',
    text: paragraphs(
      'Somebody asks us to take something out of a dataset, and this address stands in it. If that is you, enter this code on the page of your request:',
      code,
      `It holds for ${minutes} minutes.`,
      'If it was not you, do nothing, and give the code to nobody: without it nothing is done in your name.',
    ),
  }),
}
