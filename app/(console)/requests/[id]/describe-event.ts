import { formatPlural } from '@/lib/format'
import { STATUS } from '@/lib/takedowns/labels'
import { isOutcome } from '@/lib/takedowns/outcome'
import type { RequestView } from '@/lib/takedowns/queries'

/** One line per event, as those who handle the request read it. */
export function describeEvent({ type, data }: Pick<RequestView['events'][number], 'type' | 'data'>): string {
  switch (type) {
    case 'submitted':
      return `Sent, naming ${formatPlural(Number(data.targets), 'thing')}`
    case 'confirmed':
      return 'Address confirmed'
    case 'matched':
      if (data.items === 0) return 'Nothing found; a lead decides about what is to come'
      return `${formatPlural(Number(data.items), 'item')} found${data.broad ? '; some of what it names stands for more' : ''}`
    case 'no_match':
      return 'Nothing found, requester told'
    case 'case_decided':
      if (data.named !== undefined)
        return `What is to come from ${formatPlural(Number(data.named), 'source')}: ${data.action === 'remove' ? 'kept out' : 'not kept out'} (${String(data.reason)})`
      return data.open === 0 ? 'Last case decided' : `A case decided, ${Number(data.open)} open`
    case 'outcome':
      return `Outcome sent: ${isOutcome(data.outcome) ? STATUS[data.outcome] : 'decided'}`
    case 'appealed':
      return `Outcome contested: ${formatPlural(Number(data.cases), 'case')} open again for others`
    case 'appeal_decided':
      return `Appeal decided, requester told: ${isOutcome(data.outcome) ? STATUS[data.outcome] : 'decided'}`
    case 'withdrawn':
      return 'Withdrawn by the requester'
    case 'expired':
      return 'Not confirmed in time'
    case 'message':
      return 'Message'
  }
}
