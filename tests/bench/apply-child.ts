/** Applies in a process of its own, to be timed from its start: <release> <out> <files…>. Prints its peak memory in MiB. */
import { apply } from '@/lib/releases/apply'

const [release = '', out = '', ...files] = process.argv.slice(2)
await apply({ release, files, out })
console.log(Math.round(process.resourceUsage().maxRSS / 1024))
