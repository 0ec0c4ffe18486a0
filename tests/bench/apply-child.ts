/** Applies in a process of its own, to be timed from its start: <release> <file> <out>. Prints its peak memory in MiB. */
import { apply } from '@/lib/releases/apply'

const [release = '', file = '', out = ''] = process.argv.slice(2)
await apply({ release, files: [file], out })
console.log(Math.round(process.resourceUsage().maxRSS / 1024))
