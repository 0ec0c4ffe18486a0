/** The people of the demo world. They exist only on a demonstration: a production start refuses a database that has them. */
export const personas = [
  {
    key: 'admin',
    name: 'Ada Admin',
    email: 'ada@demo.example.org',
    pseudonym: 'steady-lamp',
    roles: [],
    site: ['admin'],
  },
  {
    key: 'reviewer',
    name: 'Remy Reviewer',
    email: 'remy@demo.example.org',
    pseudonym: 'quiet-heron',
    roles: ['reviewer'],
    site: [],
  },
  {
    key: 'second',
    name: 'Rosa Reviewer',
    email: 'rosa@demo.example.org',
    pseudonym: 'early-otter',
    roles: ['reviewer'],
    site: [],
  },
  {
    key: 'lead',
    name: 'Lena Lead',
    email: 'lena@demo.example.org',
    pseudonym: 'north-kestrel',
    roles: ['reviewer', 'lead'],
    site: [],
  },
  {
    key: 'maintainer',
    name: 'Milo Maintainer',
    email: 'milo@demo.example.org',
    pseudonym: 'slate-curlew',
    roles: ['maintainer'],
    site: [],
  },
  {
    key: 'officer',
    name: 'Sana Safety',
    email: 'sana@demo.example.org',
    pseudonym: 'clear-tern',
    roles: [],
    site: ['safety_officer'],
  },
  {
    key: 'auditor',
    name: 'Otto Auditor',
    email: 'otto@demo.example.org',
    pseudonym: 'plain-plover',
    roles: [],
    site: ['auditor'],
  },
] as const

/** Shown at start and on the sign-in page of a demonstration. Worth nothing elsewhere. */
export const demoPassword = 'winnow-demo-2026'

export type Persona = (typeof personas)[number]
export type PersonaKey = Persona['key']
