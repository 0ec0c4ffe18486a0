/** What was checked with other people's tools, and, as loudly, what was not. */
export class Report {
  private passed = 0
  private failed = 0
  private readonly missing: string[] = []

  result(name: string, isGood: boolean, says: string): void {
    if (isGood) this.passed++
    else this.failed++
    console.log(`${isGood ? 'ok    ' : 'FAILED'}  ${name}${says && `: ${says}`}`)
  }

  notRun(name: string, why: string): void {
    this.missing.push(name)
    console.log(`NOT RUN ${name}: ${why}`)
  }

  /** A check that threw; of a tool that could not be fetched nothing is known. */
  failure(name: string, error: unknown): void {
    const says = error instanceof Error ? (error.stack ?? error.message) : String(error)
    if (/Command failed: (?:go |python3 -m venv|\S*python -m pip|npm pack)/.test(says))
      this.notRun(name, says)
    else this.result(name, false, says)
  }

  /** Prints the sum; the exit status, 0 only when something ran and nothing failed. */
  end(): number {
    if (this.missing.length > 0) console.log(`\nNOT RUN, so not shown: ${this.missing.join('; ')}`)
    console.log(`${this.passed} passed, ${this.failed} failed, ${this.missing.length} not run`)
    return this.failed > 0 || this.passed === 0 ? 1 : 0
  }
}
