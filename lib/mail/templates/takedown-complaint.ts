import { english } from '@/lib/i18n/say'
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
  render: ({ reference, dataset, back, part, stays, keptOut, redress, trackingUrl }) => ({
    subject: `The outcome of your complaint ${reference}`,
    text: paragraphs(
      `You complained that something you wrote was taken out of the dataset "${dataset}". People who had no part in those decisions have looked at them again.`,
      back + part + stays === 0 ? 'Nothing of what you named was taken out by a decision here.' : undefined,
      back > 0
        ? `${texts(back)} will be in the next release again, as far as nothing else keeps it out.`
        : undefined,
      part > 0 ? `${texts(part)} will be in it in part: less is left out than before.` : undefined,
      stays > 0 ? `${texts(stays)} will stay as decided before.` : undefined,
      keptOut > 0 ? english('takedowns.keptOutByRules', { n: keptOut }) : undefined,
      redress,
      trackingUrl,
    ),
  }),
}

const texts = (n: number) => (n === 1 ? 'One text' : `${n} texts`)
