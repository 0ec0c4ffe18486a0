import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fromRoot } from '@/lib/runtime/root'
import type { SoakServer } from './world'

/** A process with some of the reviewers, begun again whenever it dies. That it dies of anything else than us is a fault. */
export class Reviewers {
  hasNothingLeft = false
  private isOver = false
  private isPaused = false
  private child: ChildProcess
  private ended: Promise<void>
  private starts = 0

  constructor(
    private readonly server: SoakServer,
    private readonly index: number,
    private readonly of: number,
    private readonly onFault: (fault: string) => void,
  ) {
    this.child = this.start()
    this.ended = this.live()
  }

  /** Whether there was one to kill. */
  kill(): boolean {
    return this.child.kill('SIGKILL')
  }

  /** Stands still, in the middle of whatever it does, until `goOn`; so does one that is begun again meanwhile. */
  pause(): void {
    this.isPaused = true
    this.child.kill('SIGSTOP')
  }

  goOn(): void {
    this.isPaused = false
    this.child.kill('SIGCONT')
  }

  async stop(): Promise<void> {
    this.isOver = true
    this.child.kill('SIGTERM')
    await this.ended
  }

  private start(): ChildProcess {
    const { reviewerIds } = this.server.state
    const mine = reviewerIds.filter((_, i) => i % this.of === this.index)
    const seed = String(this.index + this.of * this.starts++)
    const args = ['--conditions=react-server', '--import', 'tsx', fromRoot('tests/soak/reviewers-child.ts')]
    return spawn(process.execPath, [...args, this.server.folder, this.server.appUrl, seed, ...mine], {
      cwd: fromRoot('.'),
      // By the channel it learns that we are gone, however we went.
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
  }

  private async live(): Promise<void> {
    for (;;) {
      const [code, signal]: (number | string | null)[] = await once(this.child, 'exit')
      this.hasNothingLeft = code === 3
      if (code === 1) this.onFault('reviewers met an error that is no conflict, see above')
      if (this.isOver || this.hasNothingLeft || code === 1 || (code === 0 && signal === null)) return
      // Cut off from a database that recovers: not again at once.
      if (code !== null) await sleep(500)
      this.child = this.start()
      if (this.isPaused) this.child.kill('SIGSTOP')
      if (this.isOver) this.child.kill('SIGTERM')
    }
  }
}
