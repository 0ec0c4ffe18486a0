import { takedownProof } from '@/db/schema/takedown-process'

/** Every way to show who asks; documents last. */
export const METHODS = takedownProof.method.enumValues
export type ProofMethod = (typeof METHODS)[number]
