import { checkAgreement } from './agreement'
import { checkBagit } from './bagit'
import { checkClocks } from './clocks'
import { checkDolmaMixer } from './dolma'
import { checkLitewitness } from './litewitness'
import { checkLog } from './log'
import { isInstalled } from './program'
import { checkOtherNode } from './other-node'
import { checkRecipes } from './recipes'
import { Report } from './report'

// `npm run interop [-- check…]`: the product checked with programs of other people, as far as they are on this machine or
// can be had from the registries of Go, Python and npm. Not a part of `npm test`, which needs nothing set up before.
type Check = { needs: readonly string[]; run: (report: Report) => Promise<void> }

const checks: Readonly<Record<string, Check>> = {
  log: { needs: [], run: checkLog },
  litewitness: {
    needs: ['go', 'python3', 'ssh-agent', 'ssh-keygen'],
    run: saying('litewitness', checkLitewitness),
  },
  agreement: { needs: ['python3'], run: saying('agreement', checkAgreement) },
  clocks: { needs: ['python3'], run: saying('clocks', checkClocks) },
  dolma: { needs: ['python3'], run: saying('dolma', checkDolmaMixer) },
  'other-node': { needs: ['npm', 'tar'], run: saying('other-node', checkOtherNode) },
  recipes: { needs: ['python3'], run: checkRecipes },
  bagit: { needs: ['python3'], run: saying('bagit and mlcroissant', checkBagit) },
}

const report = new Report()
const wanted = process.argv.slice(2)
for (const [name, { needs, run }] of Object.entries(checks)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const missing = needs.filter((program) => !isInstalled(program))
  if (missing.length > 0) report.notRun(name, `${missing.join(', ')} is not on this machine`)
  else await run(report).catch((error: unknown) => report.failure(name, error))
}
process.exitCode = report.end()

/** A check that throws when something is wrong, and otherwise says what it has seen. */
function saying(name: string, check: () => Promise<string[]>): Check['run'] {
  return async (to) => {
    for (const line of await check()) to.result(name, true, line)
  }
}
