/** Records of a CSV file (RFC 4180) by the names in its first record. Line feeds in quotes are content. */
export function parseCsv(text: string): Record<string, string>[] {
  const [names = [], ...rows] = records(text)
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? ''])))
}

/** One cell, quoted or not, and what ends it. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy

function records(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  CELL.lastIndex = 0
  while (CELL.lastIndex < text.length) {
    const cell = CELL.exec(text)
    if (!cell) throw new Error(`a cell that is neither quoted nor plain, in record ${rows.length + 1}`)
    row.push(cell[1]?.replaceAll('""', '"') ?? cell[2] ?? '')
    if (cell[3] === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}
