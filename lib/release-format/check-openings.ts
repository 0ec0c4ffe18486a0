import { equal, fromHex } from '@/lib/tlog/bytes'
import { leafHash } from '@/lib/tlog/hash'
import { Walk } from '@/lib/tlog/walk'
import { WITHHELD, UNREADABLE, isTold } from './disclosure'
import { FormatError } from './format-error'
import type { ReasonRow } from './lists'
import { entryBytes, isEnd, type OpenDecision, type OpeningLine, openings, type What } from './openings'
import type { ReleaseFacts } from './release-json'

/** Actions and reasons that a release tells, each pair once, as `data/reasons.csv` has them. */
export class ToldReasons {
  private readonly pairs = new Map<string, Pick<ReasonRow, 'action' | 'reason'>>()

  add({ action, reason }: ReasonRow): void {
    if (reason !== WITHHELD && reason !== UNREADABLE)
      this.pairs.set(`${action} ${reason}`, { action, reason })
  }

  /** The action of the rows, and the reason codes of all decisions about them. */
  *[Symbol.iterator](): Generator<{ action: ReasonRow['action']; codes: string[] }> {
    for (const { action, reason } of this.pairs.values()) yield { action, codes: reason.split(' ') }
  }
}

/**
 * Checks the openings of a release line by line: that the entry each leads to is in the log that release.json names; that no reason
 * was opened which no row has, and none is told that no logged decision gives.
 */
export class OpeningsCheck {
  private readonly walk = new Walk()
  private readonly opened: What[] = []
  private readonly seen = new Set<string>()
  private line = 0
  /** Openings that have been added. */
  decisions = 0

  constructor(
    private readonly release: Pick<ReleaseFacts, 'dataset' | 'profile' | 'log'>,
    private readonly told: ToldReasons,
  ) {}

  /** Throws a FormatError with the line, which has to be the next one of the file. */
  add(line: OpeningLine): void {
    this.line += 1
    const { log } = this.release
    const to = isEnd(line) ? line.size : line.index
    if (isEnd(line) ? to !== log.size : to >= log.size)
      throw this.refuse(`entry ${to} is not in the log of ${log.size} entries that the release rests on`)
    try {
      this.walk.skipTo(to, line.hashes)
    } catch (error) {
      throw this.refuse(error instanceof Error ? error.message : String(error))
    }
    if (isEnd(line)) this.end()
    else this.open(line)
  }

  private open(decision: OpenDecision): void {
    const { what } = decision
    if (!isTold(what.category)) throw this.refuse('its reason must not be told')
    if (what.action === 'keep') throw this.refuse('it changes nothing')
    if (!holdsIn(what, this.release.profile)) throw this.refuse('it does not hold in this profile')
    this.walk.leaf(leafHash(entryBytes(this.release.dataset, decision)))
    this.decisions += 1
    const key = `${what.action} ${what.reason}`
    if (!this.seen.has(key)) this.opened.push(what)
    this.seen.add(key)
  }

  /** That all of it leads to one root is known at the end only: whichever entry was changed, that is where it shows. */
  private end(): void {
    const { log } = this.release
    const root = log.size === 0 ? null : this.walk.root()
    if (root && !equal(root, fromHex(log.root)))
      throw new FormatError(
        openings.path,
        null,
        `an entry it leads to is not in the log ${log.origin} at size ${log.size}, or not as it says`,
      )
    const codes = new Set<string>()
    for (const { action, codes: given } of this.told) {
      for (const code of given) {
        codes.add(code)
        if (!this.opened.some(({ reason }) => reason === code))
          throw this.lacks(`no logged decision gives the reason ${code}`)
      }
      if (!this.opened.some((what) => what.action === action && given.includes(what.reason)))
        throw this.lacks(`no logged decision with the reason ${given.join(' or ')} says ${action}`)
    }
    const surplus = this.opened.find(({ reason }) => !codes.has(reason))
    if (surplus) throw this.lacks(`it opens decisions with the reason ${surplus.reason}, which no row has`)
  }

  private refuse = (problem: string) => new FormatError(openings.path, this.line, problem)
  private lacks = (problem: string) => new FormatError(openings.path, null, problem)
}

/** Rules made by a decision are told with it, wherever the decision itself holds. */
const holdsIn = ({ scope, territories }: What, profile: string): boolean =>
  territories === undefined || profile === 'world' || scope === 'source' || territories.includes(profile)
