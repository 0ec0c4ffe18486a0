import { takedownTargetKind } from '@/db/schema/takedowns'

/** Every way to say where something is. */
export const TARGET_KINDS = takedownTargetKind.enumValues
