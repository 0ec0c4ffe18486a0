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
  render: ({ reference, trackingUrl, others = [] }) => ({
    subject: `About your message ${reference}`,
    text: paragraphs(
      `There is something new about the message ${reference} that you sent us.`,
      trackingUrl === null
        ? 'It stands on the private page that you have the link of.'
        : others.length > 0
          ? 'These private links lead to its parts. Who has a link sees what it leads to, so do not pass them on.'
          : 'This private link leads to it. Who has the link sees it, so do not pass it on.',
      trackingUrl ?? undefined,
      ...others,
    ),
  }),
}
