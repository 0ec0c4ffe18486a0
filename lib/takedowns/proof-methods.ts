import { takedownProof } from '@/db/schema/takedown-process'

/** The ladder, lightest first; documents last. */
export const METHODS = takedownProof.method.enumValues
export type ProofMethod = (typeof METHODS)[number]
