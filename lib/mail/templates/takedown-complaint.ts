import { paragraphs, type Template } from '../message'

/** To whoever wrote what was taken out: what people who had no part in that decided. */
export const takedownComplaint: Template<{
  reference: string
  dataset: string
  back: number
  part: number
  stays: number
  /** Texts that only standing rules keep out. */
  keptOut: number
  redress: string
  trackingUrl: string
}> = {
  name: 'takedown-complaint',
  render: ({ reference, dataset, back, part, stays, keptOut, redress, trackingUrl }, say) => ({
    subject: say('letters.complaint.subject', { reference }),
    text: paragraphs(
      say('letters.complaint.looked', { dataset }),
      back + part + stays === 0 ? say('letters.complaint.none') : undefined,
      back > 0 ? say('letters.complaint.back', { n: back }) : undefined,
      part > 0 ? say('letters.complaint.part', { n: part }) : undefined,
      stays > 0 ? say('letters.complaint.stays', { n: stays }) : undefined,
      keptOut > 0 ? say('takedowns.keptOutByRules', { n: keptOut }) : undefined,
      redress,
      trackingUrl,
    ),
  }),
}
