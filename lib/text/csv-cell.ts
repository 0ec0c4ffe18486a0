/** A cell by RFC 4180. Text that a spreadsheet would run as a formula is defused with an apostrophe, also in full width; a number is a number. */
export function csvCell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
