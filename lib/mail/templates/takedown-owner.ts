import { paragraphs, quoted, type Template } from '../message'

/** To the maintainers of a dataset: what is claimed of it, never by whom. */
export const takedownOwner: Template<{
  reference: string
  dataset: string
  kind: string
  claim: readonly { question: string; answer: string }[]
  targets: readonly string[]
  more: number
  note: string | null
  until: string
  url: string
  counterUrl: string
}> = {
  name: 'takedown-owner',
  render: ({ reference, dataset, kind, claim, targets, more, note, until, url, counterUrl }) => ({
    subject: `A claim about ${dataset}: please answer by ${until}`,
    text: paragraphs(
      `Request ${reference} (${kind}) claims something about the dataset "${dataset}", of which you are a maintainer. This is what is claimed, in the words of whoever claims it:`,
      ...claim.map(({ question, answer }) => `${question}\n${quoted(answer, 1_500)}`),
      targets.length > 0
        ? `It names:\n${targets.map((target) => quoted(target, 160)).join('\n>\n')}`
        : undefined,
      more > 0 ? `… and ${more} more, on the page of the request.` : undefined,
      note ? `The person who looks after it writes:\n${quoted(note, 2_000)}` : undefined,
      `You have until the end of ${until}. Change what is wrong (a credit, a licence, the rows themselves: import a new revision), or say why the claim does not hold. Tell us which on this page; you can ask there for one more working day:`,
      url,
      'If we hear nothing, people decide without you. If something is taken out, you get the reasons, and can have it looked at again or answer with a counter notice:',
      counterUrl,
    ),
  }),
}

export const takedownOwnerTold: Template<{
  reference: string
  dataset: string
  until: string
  trackingUrl: string
}> = {
  name: 'takedown-owner-told',
  render: ({ reference, dataset, until, trackingUrl }) => ({
    subject: `The maintainers have your claim: request ${reference}`,
    text: paragraphs(
      `We have passed the claim of your request ${reference} on to the maintainers of the dataset "${dataset}": what you say was done, and where. They do not get your name or your address.`,
      `They have until ${until} to change it or to say why not, and one more working day if they ask. Then people decide.`,
      trackingUrl,
    ),
  }),
}
