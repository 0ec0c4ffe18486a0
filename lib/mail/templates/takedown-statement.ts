import { paragraphs, type Template } from '../message'

/** To the maintainers of a dataset: Regulation (EU) 2022/2065 Art. 17(3), element by element. */
export const takedownStatementLetter: Template<{
  reference: string
  dataset: string
  lines: readonly { title: string; text: readonly string[] }[]
  url: string
}> = {
  name: 'takedown-statement',
  render: ({ reference, dataset, lines, url }) => ({
    subject: `Statement of reasons: ${dataset}, request ${reference}`,
    text: paragraphs(
      `Something in the dataset "${dataset}", of which you are a maintainer, is restricted after request ${reference}. These are the reasons (Regulation (EU) 2022/2065, Article 17):`,
      ...lines.map(({ title, text }) => [title, ...text].join('\n')),
      'The same on a page:',
      url,
    ),
  }),
}
