import { paragraphs, type Template } from '../message'

export const takedownDone: Template<{
  reference: string
  dataset: string
  releases: readonly { name: string; proofUrl: string }[]
  trackingUrl: string
}> = {
  name: 'takedown-done',
  render: ({ reference, dataset, releases, trackingUrl }) => ({
    subject: `It is done: your request ${reference}`,
    text: paragraphs(
      ...releases.flatMap(({ name, proofUrl }) => [
        `Release ${name} of the dataset "${dataset}" is published without what was taken away for your request ${reference}. The proof that the public log has this release:`,
        proofUrl,
      ]),
      'Releases before it stay in the hands of those who have copies. Whoever has registered a copy here is told to apply the new one; your page says how many have confirmed it, and which other places of the dataset were cleaned:',
      trackingUrl,
    ),
  }),
}
