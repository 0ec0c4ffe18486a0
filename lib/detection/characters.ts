/**
 * Characters as the passes over a text see them: ASCII without case in six bits, the rest in one class. The two
 * characters above that a pattern with the flags `iu` takes for `s` and `k` are taken for them here too.
 */
const LETTER_LAST = 26
const DIGIT_FIRST = 27
const DIGIT_LAST = 36
export const CLASSES = 64

const PUNCTUATION = '_-.$:/=(); &#+!@|'

/** UTF-16 unit → 0 other, 1–26 a letter, 27–36 a digit, above that one of the punctuation characters tokens use. */
export const CLASS = new Uint8Array(1 << 16)
for (let letter = 0; letter < 26; letter++) CLASS[65 + letter] = CLASS[97 + letter] = letter + 1
for (let digit = 0; digit < 10; digit++) CLASS[48 + digit] = DIGIT_FIRST + digit
for (const [i, unit] of [...PUNCTUATION].entries()) CLASS[unit.charCodeAt(0)] = DIGIT_LAST + 1 + i
CLASS[0x17f] = CLASS[115] ?? 0
CLASS[0x212a] = CLASS[107] ?? 0

export function classAt(text: string, index: number): number {
  return CLASS[text.charCodeAt(index)] ?? 0
}

export function isLetterClass(kind: number): boolean {
  return kind !== 0 && kind <= LETTER_LAST
}

/** English letters, common first, and the pairs of them that make up half of all English text. */
const LETTERS = 'etaoinsrhldcumfpgwybvkxjqz'
const PAIRS = new Set(
  'th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro ic ne ea ra ce li ch ll be ma si om ur ca el ta la ns di fo ho pe ec pr no ct us ac ot il tr ly nc et ut ss so rs un lo wa ge ie wh ee wi em ad ol rt po we na ul ni ts mo ow pa im mi ai sh ir su id os iv ia am fi ci vi pl ig tu ev ld ry mp fe bl ab gh ty op wo sa ay ex ke fr oo av ag if ap gr od bo sp rd do uc bu ei ov by rm ep tt oc fa ef cu rn sc gi da yo cr cl du ga qu ue ff ba ey ls va um pp ua up lu go ht ru ug ds lt pi rc rr eg au ck ew mu br bi pt ak pu ui rg ib tl ny ki rk ys ob mm fu ph og ms ye ud mb ip ub oi rl gu dr hr cc tw ft wn nu af hu nn eo vo rv nf xp gn sm fl iz ok nl my gl aw ju oa eq sy sl ps jo lf nv je nk kn gs dy hy ze ks xt bs ik dd pt rp sk xi oe oy ws lv dl rf eu dg wr xa yi nm eb rb tm xc tc oj sn mn cy gg za hn wl kl gy rh mt'.split(
    ' ',
  ),
)

/** About how likely a text is to hold these characters in a row, for comparing: 1 at most, falling with their number. */
export function commonness(text: string): number {
  const units = [...text.toLowerCase()]
  const letters = units.map((unit) =>
    unit === ' ' ? 1 : LETTERS.includes(unit) ? 1 - LETTERS.indexOf(unit) / 26 : 0.05,
  )
  const pairs = units.slice(1).map((unit, i) => (PAIRS.has(`${units[i]}${unit}`) ? 1 : 0.05))
  return [...letters, ...pairs].reduce((product, factor) => product * factor, 1)
}
