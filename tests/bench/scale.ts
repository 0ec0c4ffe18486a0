/** `WINNOW_BENCH_SCALE=0.1` takes a tenth of the rows: for a look, not for figures. */
const scale = Number(process.env.WINNOW_BENCH_SCALE ?? 1)
if (!(scale > 0 && scale <= 10)) throw new RangeError('WINNOW_BENCH_SCALE is a number over 0, 10 at most')

export const scaled = (rows: number): number => Math.max(1_000, Math.round(rows * scale))
