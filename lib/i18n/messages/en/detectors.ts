/** Detectors and their throttle. */
export const detectors = {} as const
