import { paragraphs, quoted, type Template } from '../message'

type Data = {
  reference: string
  dataset: string
  whole: boolean
  /** What came of it, one sentence each. */
  lines: string[]
  /** Of the list, what the request had never named. */
  strangers: string[]
  more: number
  trackingUrl: string
}

export const takedownRetracted: Template<Data> = {
  name: 'takedown-retracted',
  render: ({ reference, dataset, whole, lines, strangers, more, trackingUrl }) => ({
    subject: whole
      ? `Your request ${reference} is taken back`
      : `Part of your request ${reference} is taken back`,
    text: paragraphs(
      whole
        ? `You took back your request ${reference} about the dataset "${dataset}".`
        : `You took back part of your request ${reference} about the dataset "${dataset}". The rest of it stands.`,
      lines.join('\n'),
      strangers.length > 0
        ? `These are not part of that request, so nothing was done about them:\n${strangers.map((line) => quoted(line, 160)).join('\n')}`
        : undefined,
      more > 0 ? `… and ${more} more.` : undefined,
      'What comes back is in the next release of the dataset. Releases that were published without it stay as they are.',
      trackingUrl,
    ),
  }),
}

/** A letter wanted to take back what a court, or a case about it, holds: to the sender of both. */
export const takedownStillHeld: Template<{ reference: string; named: string; trackingUrl: string }> = {
  name: 'takedown-still-held',
  render: ({ reference, named, trackingUrl }) => ({
    subject: `Not taken back yet: your request ${reference}`,
    text: paragraphs(
      `You wanted to take back your request ${named}. It is held at the moment, by order of a court or because a case about it is pending, as our letter about that said. Until it goes on nothing of it can be changed, so nothing was.`,
      'We write to you when it goes on. You can then take it back on its private page, or by another letter like this one.',
      trackingUrl,
    ),
  }),
}

/** The same whether there is no such request, it is another dataset's, or it was sent from another address. */
export const takedownNotBound: Template<{
  reference: string
  named: string
  what: 'retraction' | 'counter_notice'
  trackingUrl: string
}> = {
  name: 'takedown-not-bound',
  render: ({ reference, named, what, trackingUrl }) => ({
    subject: `We could not act on your request ${reference}`,
    text: paragraphs(
      what === 'retraction'
        ? 'You wanted to take back a request of yours. There is none of this reference that was sent from your address and can be taken back:'
        : 'You wanted to answer a removal. There is none of this reference that was made on a copyright request and can be answered:',
      quoted(named, 40),
      what === 'retraction'
        ? 'Please look at the reference in the letter that confirmed the request, and send from the same address. If you have its private link, you can take it back on its page, whatever address you write from.'
        : 'Please look at the reference in the letter or statement that told you of the removal, and at which of its items you name. What you have answered already you need not answer again; a removal that was made for another reason is contested on the page of its case.',
      trackingUrl,
    ),
  }),
}
