/** Words that no German sentence has. */
const WORDS = new Set(
  'about again and any are as at be been by can did do for from has have here if is it its nothing of on or our please request somebody that the their they this to wants we what which with would you your'.split(
    ' ',
  ),
)

/** Shell commands, names of laws that have no German one, and what stands behind `> ` in the words of somebody else. */
const OTHERS = /^>.*$|https?:\S+|winnow apply(?: --pending)?|TAKE IT DOWN Act/gm

/** The English words of a letter that ought to be in German. */
export const englishIn = (text: string): string[] =>
  (text.replace(OTHERS, ' ').match(/\p{L}+/gu) ?? []).filter((word) => WORDS.has(word.toLowerCase()))
