import { paragraphs, type Template } from '../message'

export const takedownDone: Template<{
  reference: string
  dataset: string
  releases: readonly { name: string; proofUrl: string }[]
  trackingUrl: string
}> = {
  name: 'takedown-done',
  render: ({ reference, dataset, releases, trackingUrl }, say) => ({
    subject: say('letters.done.subject', { reference }),
    text: paragraphs(
      ...releases.flatMap(({ name, proofUrl }) => [
        say('letters.done.published', { name, dataset, reference }),
        proofUrl,
      ]),
      say('letters.done.copies'),
      trackingUrl,
    ),
  }),
}
