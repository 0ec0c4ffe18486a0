/** Where a row of the base stands: `row` counts from 0 within its file, records that are no items included. */
export type Place = { readonly file: string; readonly row: number }

/** Order of the UTF-8 bytes, which is that of the code points; `<` on strings would put U+FFFD after U+1F600. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)]
    if (x !== y) return rank(x) - rank(y)
  }
  return a.length - b.length
}

/** By file, then by row: the order of every list in a release. */
export function comparePlaces(a: Place, b: Place): number {
  return a.file === b.file ? a.row - b.row : compareText(a.file, b.file)
}

/** Surrogates stand for code points above U+FFFF, so they rank above the rest of the units. */
function rank(unit: number): number {
  if (unit >= 0xe000) return unit - 0x800
  return unit >= 0xd800 ? unit + 0x2000 : unit
}
