import { paragraphs, type Template } from '../message'

/** To the maintainers of a dataset: Regulation (EU) 2022/2065 Art. 17(3), element by element. */
export const takedownStatementLetter: Template<{
  reference: string
  dataset: string
  lines: readonly { title: string; text: readonly string[] }[]
  url: string
}> = {
  name: 'takedown-statement',
  render: ({ reference, dataset, lines, url }, say) => ({
    subject: say('letters.staff.statement.subject', { reference, dataset }),
    text: paragraphs(
      say('letters.staff.statement.reasons', { reference, dataset }),
      ...lines.map(({ title, text }) => [title, ...text].join('\n')),
      say('letters.staff.statement.page'),
      url,
    ),
  }),
}
