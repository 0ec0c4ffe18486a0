/** Who has an account at the organisation's identity provider, by subject. Any password lets them in there. */
export const oidcPeople = {
  'staff-0001': { name: 'Nora Newcomer', email: 'nora@organisation.example', email_verified: true },
  'staff-0002': { name: 'Otto Owner', email: 'Otto@Organisation.example', email_verified: true },
  'staff-0003': { name: 'Una Unverified', email: 'una@organisation.example', email_verified: false },
  'staff-0004': { name: 'Quiet Quentin' },
} as const satisfies Record<string, { name: string; email?: string; email_verified?: boolean }>

export type OidcSubject = keyof typeof oidcPeople
