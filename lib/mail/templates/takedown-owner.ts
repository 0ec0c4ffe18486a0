import { formatDate } from '@/lib/format'
import { paragraphs, quoted, type Template, wrote } from '../message'

/** To the maintainers of a dataset: what is claimed of it, never by whom. */
export const takedownOwner: Template<{
  reference: string
  dataset: string
  kind: string
  claim: readonly { question: string; answer: string }[]
  targets: readonly string[]
  more: number
  note: string | null
  until: Date
  url: string
  counterUrl: string
}> = {
  name: 'takedown-owner',
  render: ({ reference, dataset, kind, claim, targets, more, note, until, url, counterUrl }, say, locale) => {
    const date = formatDate(until, false, locale)
    return {
      subject: say('letters.staff.owner.subject', { dataset, date }),
      text: paragraphs(
        say('letters.staff.owner.claims', { reference, kind, dataset }),
        ...claim.map(({ question, answer }) => wrote(question, answer, 1_500)),
        targets.length > 0
          ? `${say('letters.staff.owner.names')}\n${targets.map((target) => quoted(target, 160)).join('\n>\n')}`
          : undefined,
        more > 0 ? say('letters.staff.owner.more', { n: more }) : undefined,
        wrote(say('letters.wrote.handler'), note),
        say('letters.staff.owner.until', { date }),
        url,
        say('letters.staff.owner.silence'),
        counterUrl,
      ),
    }
  },
}

export const takedownOwnerTold: Template<{
  reference: string
  dataset: string
  until: Date
  trackingUrl: string
}> = {
  name: 'takedown-owner-told',
  render: ({ reference, dataset, until, trackingUrl }, say, locale) => ({
    subject: say('letters.ownerTold.subject', { reference }),
    text: paragraphs(
      say('letters.ownerTold.passed', { reference, dataset }),
      say('letters.ownerTold.until', { date: formatDate(until, false, locale) }),
      trackingUrl,
    ),
  }),
}
