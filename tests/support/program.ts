import path from 'node:path'
import { inject } from 'vitest'

/** How Node runs one of the programs of `programs.ts`, named by its source, as `spawn(process.execPath, program(…))`. */
export const program = (entry: string): [condition: string, file: string] => [
  '--conditions=react-server',
  path.join(inject('programs'), entry.replace(/\.ts$/, '.mjs')),
]
