import type { Question } from './question'

/**
 * Who acts for somebody else says by what: nobody can weigh that it is so otherwise (GDPR Art. 12(6) and 80, 11 CCR § 7063, and the law of
 * parents and heirs). In words; nothing has to be sent before somebody asks for it.
 */
export const authority = (
  kind: 'privacy' | 'publicity' | 'complaint',
  relations: readonly string[],
): Question => ({
  name: 'authority',
  label: `${kind}.authority.label`,
  hint: `${kind}.authority.hint`,
  type: 'area',
  min: 0,
  max: 1000,
  when: { name: 'relation', is: relations, min: 10 },
  missing: `${kind}.authority.missing`,
})
