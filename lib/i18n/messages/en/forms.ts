/** What any form, table or error can say. */
export const forms = {} as const
