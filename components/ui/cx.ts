/** Class names joined by a space; whatever is falsy is left out. */
export function cx(...names: readonly (string | false | null | undefined | 0 | 0n)[]): string {
  return names.filter(Boolean).join(' ')
}
