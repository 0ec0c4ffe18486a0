/**
 * The least work that filters Parquet: DuckDB copies files without some of their rows, with all threads and memory for them, in a process
 * of its own: <out> <file> <gone> [<file> <gone>…]
 */
import path from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { fileLiteral, literal } from '@/lib/datasets/duck'

const [out = '', ...pairs] = process.argv.slice(2)
const duck = await (await DuckDBInstance.create(':memory:')).connect()
for (let i = 0; i < pairs.length; i += 2) {
  const [file = '', gone = ''] = pairs.slice(i)
  await duck.run(
    `COPY (SELECT s.* EXCLUDE (file_row_number) FROM read_parquet(${fileLiteral(file)}, file_row_number = true) s
       WHERE NOT EXISTS (SELECT 1 FROM read_parquet(${fileLiteral(gone)}) g WHERE g."row" = s.file_row_number))
     TO ${literal(path.join(out, path.basename(file)))} (FORMAT parquet, COMPRESSION zstd)`,
  )
}
console.log(Math.round(process.resourceUsage().maxRSS / 1024))
