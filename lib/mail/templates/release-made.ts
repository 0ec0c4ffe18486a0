import { paragraphs, type Template } from '../message'

export const releaseMade: Template<{ dataset: string; release: string; closed: number; url: string }> = {
  name: 'release-made',
  render: ({ dataset, release, closed, url }) => ({
    subject: 'A release of your dataset was published by itself',
    text: paragraphs(
      `Release ${release} of the dataset "${dataset}" was published by itself, because removals had to be published by now. It closed ${closed === 1 ? '1 request' : `${closed} requests`}.`,
      'It has the revision and the settings of the release before it. What is left for you: the other places where the dataset can be had.',
      url,
    ),
  }),
}
