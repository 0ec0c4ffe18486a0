/** A file of a release that is not, byte for byte, what a publisher writes. `line` counts from 1; null for the file as a whole. */
export class FormatError extends Error {
  override readonly name = 'FormatError'
  constructor(
    readonly path: string,
    readonly line: number | null,
    readonly problem: string,
  ) {
    super(`${path}${line === null ? '' : `:${line}`}: ${problem}`)
  }
}
