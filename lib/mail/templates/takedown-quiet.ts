import { paragraphs, type Template } from '../message'

/**
 * Every letter about a restricted request, whatever it was going to say: mailboxes are shared, and read over shoulders. What there is
 * to know stands on the private page.
 */
export const takedownQuiet: Template<{ reference: string; trackingUrl: string | null }> = {
  name: 'takedown-quiet',
  render: ({ reference, trackingUrl }) => ({
    subject: `About your message ${reference}`,
    text: paragraphs(
      `There is something new about the message ${reference} that you sent us.`,
      trackingUrl === null
        ? 'It stands on the private page that you have the link of.'
        : 'This private link leads to it. Who has the link sees it, so do not pass it on.',
      trackingUrl ?? undefined,
    ),
  }),
}
