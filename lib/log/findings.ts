import type { Checkpoint } from '@/lib/tlog/checkpoint'
import { MissingResource } from './log-source'

export type Part = 'signature' | 'tiles' | 'entries' | 'history'

/** What is wrong, and with which resource of the log. */
export type Problem = { part: Part; resource: string; says: string }

export type OpenedCheckpoint = Checkpoint & { note: string; signedBy: string[] }

/** What reading a whole log has found out. */
export class Findings {
  /** Null when the checkpoint could not be opened: then nothing else was checked. */
  checkpoint: OpenedCheckpoint | null = null
  readonly problems: Problem[] = []
  /** Everything that the checkpoint promises was asked for. */
  isWhole = false
  tiles = 0
  bundles = 0
  /** Entries whose bytes were read and lead to the signed root. */
  entries = 0
  readonly types: Record<string, number> = {}
  /** Entries of a later version: reported, and no fault. */
  readonly unknown: { count: number; first: number | null } = { count: 0, first: null }
  /** Size of the older checkpoint, once it is shown that the log begins with all of it. */
  since: number | null = null

  problem(part: Part, resource: string, says: string): void {
    this.problems.push({ part, resource, says })
  }

  /** Undefined, and a problem, for what the log says it does not have: it should, its checkpoint says so. */
  async fetched<T>(part: Part, resource: string, work: Promise<T>): Promise<T | undefined> {
    try {
      return await work
    } catch (error) {
      if (error instanceof MissingResource) this.problem(part, resource, 'it is not served')
      // Of a bundle that cannot be taken apart.
      else if (error instanceof RangeError) this.problem(part, resource, error.message)
      else throw error
      return undefined
    }
  }
}
