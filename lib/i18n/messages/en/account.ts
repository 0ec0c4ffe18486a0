/** Accounts: signing in, passwords, keys. */
export const account = {} as const
