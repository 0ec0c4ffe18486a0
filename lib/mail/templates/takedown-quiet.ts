import { paragraphs, type Template } from '../message'

/**
 * Every letter about a restricted request, whatever it was going to say: mailboxes are shared, and read over shoulders. What there is
 * to know stands on the private page.
 */
export const takedownQuiet: Template<{
  reference: string
  trackingUrl: string | null
  /** Private pages of what was sent with it. */
  others?: readonly string[]
}> = {
  name: 'takedown-quiet',
  render: ({ reference, trackingUrl, others = [] }, say) => {
    const where = trackingUrl === null ? 'page' : others.length > 0 ? 'links' : 'link'
    return {
      subject: say('letters.quiet.subject', { reference }),
      text: paragraphs(
        say('letters.quiet.news', { reference }),
        say(`letters.quiet.${where}`),
        trackingUrl ?? undefined,
        ...others,
      ),
    }
  },
}
