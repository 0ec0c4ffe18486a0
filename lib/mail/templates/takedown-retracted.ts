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
  render: ({ reference, dataset, whole, lines, strangers, more, trackingUrl }, say) => ({
    subject: say(`letters.retracted.${whole ? 'subject' : 'subjectPart'}`, { reference }),
    text: paragraphs(
      say(`letters.retracted.${whole ? 'whole' : 'part'}`, { reference, dataset }),
      lines.join('\n'),
      strangers.length > 0
        ? `${say('letters.retracted.strangers')}\n${strangers.map((line) => quoted(line, 160)).join('\n')}`
        : undefined,
      more > 0 ? say('letters.more', { n: more }) : undefined,
      say('letters.retracted.next'),
      trackingUrl,
    ),
  }),
}

/** A letter wanted to take back what a court, or a case about it, holds: to the sender of both. */
export const takedownStillHeld: Template<{ reference: string; named: string; trackingUrl: string }> = {
  name: 'takedown-still-held',
  render: ({ reference, named, trackingUrl }, say) => ({
    subject: say('letters.stillHeld.subject', { reference }),
    text: paragraphs(say('letters.stillHeld.held', { named }), say('letters.stillHeld.later'), trackingUrl),
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
  render: ({ reference, named, what, trackingUrl }, say) => {
    const isRetraction = what === 'retraction'
    return {
      subject: say('letters.notBound.subject', { reference }),
      text: paragraphs(
        say(`letters.notBound.${isRetraction ? 'retraction' : 'counter'}`),
        quoted(named, 40),
        say(`letters.notBound.${isRetraction ? 'retractionHow' : 'counterHow'}`),
        trackingUrl,
      ),
    }
  },
}
