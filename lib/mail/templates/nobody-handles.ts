import { paragraphs, type Template } from '../message'

/** To the admins, when whoever should hear of a request is nobody: that somebody needs a role, and nothing of the request. Of what is restricted not even that there is one. */
export const nobodyHandles: Template<{
  /** The dataset whose requests nobody handles; null: what only safety officers may see. */
  dataset: string | null
  link: string
}> = {
  name: 'nobody-handles',
  render: ({ dataset, link }, say) => ({
    subject: say(`letters.staff.nobody.${dataset === null ? 'subjectOfficer' : 'subjectLead'}`),
    text: paragraphs(
      dataset === null ? say('letters.staff.nobody.officer') : say('letters.staff.nobody.lead', { dataset }),
      say('letters.staff.nobody.give'),
      link,
    ),
  }),
}
