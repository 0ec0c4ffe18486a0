/** Rows that are nearly this text: more than are taken in hand at a time. */
export const NEAR = 520
export const POEM =
  'The harbour keeps its lanterns lit for boats that left before the war and every night a woman counts the masts that are not there any more'
/** Rows in which something is wrong: more than one page shows. */
export const GUESTS = 205
