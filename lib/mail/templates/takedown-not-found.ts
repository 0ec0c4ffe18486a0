import { paragraphs, quoted, type Template } from '../message'

export const takedownNotFound: Template<{
  reference: string
  dataset: string
  targets: string[]
  more: number
  /** What to do who does not agree, here and beyond us. */
  redress: string
  trackingUrl: string
}> = {
  name: 'takedown-not-found',
  render: ({ reference, dataset, targets, more, redress, trackingUrl }, say) => ({
    subject: say('letters.notFound.subject', { reference }),
    text: paragraphs(
      say('letters.notFound.looked', { dataset }),
      targets.map((target) => quoted(target, 160)).join('\n>\n'),
      more > 0 ? say('letters.more', { n: more }) : undefined,
      say('letters.notFound.closed'),
      redress,
      trackingUrl,
    ),
  }),
}
