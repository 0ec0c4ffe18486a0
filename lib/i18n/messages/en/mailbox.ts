/** The mailbox of the demonstration. */
export const mailbox = {} as const
