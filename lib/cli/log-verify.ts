import 'server-only'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { defineCommand } from '@/lib/cli/command'
import { logKeys, vkeyOption } from '@/lib/cli/log-keys'
import { formatCount, formatPercent, formatPlural } from '@/lib/format'
import type { Findings, Part } from '@/lib/log/findings'
import { httpSource } from '@/lib/log/http-source'
import { verifyEd25519 } from '@/lib/log/key'
import { sha256 } from '@/lib/log/sha256'
import { verifyLog } from '@/lib/log/verify-log'
import { toBase64 } from '@/lib/tlog/base64'
import { verifierOf } from '@/lib/tlog/verifiers'

export const command = defineCommand({
  name: 'log verify',
  summary: 'Check a whole log over HTTP: exits 0 valid, 1 invalid, 2 cannot check',
  positionals: ['url'],
  options: {
    vkey: vkeyOption,
    since: {
      type: 'string',
      value: 'FILE',
      help: 'a checkpoint kept from before, which the log must begin with',
    },
    save: { type: 'string', value: 'FILE', help: 'where to keep the checkpoint, if all is well' },
  },
  database: false,
  run: async ({ path, note, signal }, { at, values }) => {
    const source = httpSource(at('url'), signal)
    const { vkeys, areGiven } = await logKeys(source, values.vkey, path)
    const findings = await verifyLog({
      source,
      verifiers: vkeys.map(verifierFor),
      since: values.since === undefined ? undefined : await readFile(path(values.since)),
      onProgress: progress(note),
    })
    const isValid = findings.problems.length === 0
    if (isValid && findings.checkpoint && values.save !== undefined)
      await replace(path(values.save), findings.checkpoint.note)
    const view = viewOf(findings, at('url'), areGiven)
    return { view, text: asText(view), exit: isValid ? 0 : 1 }
  },
})

function verifierFor(vkey: string) {
  try {
    return verifierOf(vkey.trim(), verifyEd25519, sha256)
  } catch (error) {
    throw new Error(`${vkey} is not a key: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** A line every ten seconds at most: a log of millions takes minutes. */
function progress(note: (line: string) => void): (entries: number, size: number) => void {
  let told = Date.now()
  return (entries, size) => {
    if (Date.now() - told < 10_000) return
    told = Date.now()
    note(
      `${formatPercent(entries / size)}: ${formatCount(entries)} of ${formatPlural(size, 'entry', 'entries')}`,
    )
  }
}

/** Whole or not at all: the next check may be by this file. */
async function replace(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text)
  await rename(`${file}.new`, file)
}

type State = 'valid' | 'invalid' | 'not_checked'
type View = ReturnType<typeof viewOf>

function viewOf(findings: Findings, url: string, keyGiven: boolean) {
  const { checkpoint, problems, since } = findings
  const has = (part: Part) => problems.some((problem) => problem.part === part)
  const state = (part: Part, checked: boolean): State =>
    has(part) ? 'invalid' : checked ? 'valid' : 'not_checked'
  // Entries below a tile that is wrong were not checked.
  const isRead = findings.isWhole && findings.entries === checkpoint?.size
  return {
    url,
    origin: checkpoint?.origin ?? null,
    size: checkpoint?.size ?? null,
    root: checkpoint ? toBase64(checkpoint.root) : null,
    checkpoint: checkpoint?.note ?? null,
    signature: { state: state('signature', checkpoint !== null), by: checkpoint?.signedBy ?? [], keyGiven },
    tiles: { state: state('tiles', findings.isWhole), count: findings.tiles },
    entries: {
      state: state('entries', isRead),
      count: findings.entries,
      bundles: findings.bundles,
      types: findings.types,
      unknown: findings.unknown.count,
      firstUnknown: findings.unknown.first,
    },
    history: { state: state('history', since !== null), since },
    problems,
  }
}

const WORDS: Record<State, string> = { valid: 'valid', invalid: 'INVALID', not_checked: 'not checked' }

function asText(view: View): string {
  const { signature, tiles, entries, history, problems } = view
  const size = view.size === null ? '' : ` ${formatPlural(view.size, 'entry', 'entries')}, root ${view.root}`
  const verdict = problems.length === 0 ? `valid.${size}` : 'INVALID.'
  const kinds = Object.entries(entries.types).map(([type, count]) => `${type} ${formatCount(count)}`)
  const unknown =
    entries.unknown === 0
      ? []
      : [
          `${formatCount(entries.unknown)} of types not known here (the first is ${entries.firstUnknown}), which is no fault`,
        ]
  const says: [string, State, string][] = [
    [
      'signature',
      signature.state,
      signature.keyGiven
        ? signature.by.join(', ')
        : `${signature.by.join(', ')}; the key came from the log itself: give --vkey to know whose log this is`,
    ],
    ['tiles', tiles.state, formatPlural(tiles.count, 'tile')],
    ['entries', entries.state, [...kinds, ...unknown].join(', ')],
    [
      'history',
      history.state,
      history.since === null
        ? 'give --since a checkpoint kept from before'
        : `begins with the ${formatPlural(history.since, 'entry', 'entries')} of the checkpoint kept from before`,
    ],
  ]
  const lines = says.map(([what, state, text]) => `${what.padEnd(10)} ${WORDS[state].padEnd(12)} ${text}`)
  const wrong = problems.slice(0, SHOWN).map(({ resource, says }) => `wrong: ${resource}: ${says}`)
  const more =
    problems.length > SHOWN ? [`and ${formatCount(problems.length - SHOWN)} more (--json has all)`] : []
  return [`${view.origin ?? view.url}: ${verdict}`, ...lines, ...wrong, ...more].join('\n')
}

const SHOWN = 20
