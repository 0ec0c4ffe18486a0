import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runPlaywright } from '@/tests/support/run-playwright'
import { runVitest } from '@/tests/support/run-vitest'
import { add, NOTHING, summary, type Counts } from '@/tests/support/counts'

// `npm test`: unit, conformance, database and safety tests, then the built product in a real browser. The last line is
// the sum of both; the exit status is 0 only if something ran and nothing failed.
const folder = mkdtempSync(path.join(tmpdir(), 'winnow-test-'))
// mkdtemp's 0700 would keep out the user that the product's database runs as when we are root.
chmodSync(folder, 0o755)
// What tests leave in the temporary folder goes with this one.
process.env.WINNOW_TEST_TMP = tmpdir()
process.env.TMPDIR = path.join(folder, 'tmp')
mkdirSync(process.env.TMPDIR)
chmodSync(process.env.TMPDIR, 0o1777)
let total: Counts = NOTHING
try {
  for (const run of [runVitest, runPlaywright]) total = add(total, await run(folder))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
for (const unsteady of total.again) console.log(`PASSED AT THE SECOND ATTEMPT: ${unsteady}`)
for (const failure of total.failures) console.log(`FAILED: ${failure}`)
console.log(summary(total))
