import { paragraphs, type Template } from '../message'

/** To the admins, when whoever should hear of a request is nobody: that somebody needs a role, and nothing of the request. Of what is restricted not even that there is one. */
export const nobodyHandles: Template<{
  /** The dataset whose requests nobody handles; null: what only safety officers may see. */
  dataset: string | null
  link: string
}> = {
  name: 'nobody-handles',
  render: ({ dataset, link }) => ({
    subject:
      dataset === null ? 'Nobody here is a safety officer' : 'Nobody handles the requests about a dataset',
    text: paragraphs(
      dataset === null
        ? 'Nobody with an account here is a safety officer. What only they may see is looked at by nobody then, and for some of it the law counts hours.'
        : `A request about the dataset "${dataset}" has to be answered by a day that is near or over. Nobody with an account here is a lead of it, so nobody is reminded and it can pass unanswered.`,
      'Give somebody the role here:',
      link,
    ),
  }),
}
