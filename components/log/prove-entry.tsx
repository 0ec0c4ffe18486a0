'use client'

import { useState } from 'react'
import { Button, buttonClass } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { formatCount, formatPlural, shortenDigest } from '@/lib/format'
import { paths } from '@/lib/paths'
import { toHex, utf8 } from '@/lib/tlog/bytes'
import { leafHash } from '@/lib/tlog/hash'
import { proveInclusion } from '@/lib/tlog/light-client'
import { verifyInclusion } from '@/lib/tlog/proof'
import { formatTlogProof } from '@/lib/tlog/tlog-proof'
import { fetchCheckpoint, type SeenCheckpoint, servedTiles } from './served-log'
import { useHydrated } from '@/components/ui/use-hydrated'

type Outcome =
  | { state: 'idle' | 'working' }
  | { state: 'proven'; checkpoint: SeenCheckpoint; steps: string[]; file: string }
  | { state: 'failed'; says: string }

/** Proves in the visitor's browser that this entry is in the log: nothing is taken from the server on trust but the key. */
export function ProveEntry({
  index,
  body,
  vkeys,
}: {
  index: number
  body: string
  vkeys: readonly string[]
}) {
  const [outcome, setOutcome] = useState<Outcome>({ state: 'idle' })
  const hydrated = useHydrated()

  async function prove() {
    setOutcome({ state: 'working' })
    try {
      setOutcome(await proof(index, body, vkeys))
    } catch (error) {
      setOutcome({ state: 'failed', says: error instanceof Error ? error.message : String(error) })
    }
  }

  return (
    <div className="flex flex-col items-start gap-4">
      <p className="max-w-prose text-ink-soft">
        {hydrated
          ? 'Your browser fetches the signed checkpoint and a few tiles, hashes the bytes above, and follows the hashes up to the signed root. A server that lies about this entry cannot make that come out right.'
          : 'With JavaScript your browser can prove here that this entry is in the log. Without it, check the whole log with the command line.'}
      </p>
      {hydrated ? (
        <Button kind="primary" onClick={prove} disabled={outcome.state === 'working'}>
          {outcome.state === 'working' ? 'Proving…' : 'Prove it in this browser'}
        </Button>
      ) : null}
      <div aria-live="polite" className="w-full">
        {outcome.state === 'proven' ? <Proven index={index} {...outcome} /> : null}
        {outcome.state === 'failed' ? (
          <Callout tone="bad" title="This could not be proven">
            {`${outcome.says}. If it happens again, keep this page and tell people you trust: a log that cannot prove its entries must not be believed.`}
          </Callout>
        ) : null}
      </div>
    </div>
  )
}

function Proven({
  index,
  checkpoint,
  steps,
  file,
}: {
  index: number
  checkpoint: SeenCheckpoint
  steps: string[]
  file: string
}) {
  const isSigned = checkpoint.signature.state === 'valid'
  return (
    <Callout
      tone={isSigned ? 'good' : 'warn'}
      title={
        isSigned
          ? `Proven: entry ${formatCount(index)} is one of the ${formatCount(checkpoint.size)} in the log`
          : 'Proven up to the signature, which this browser cannot check'
      }
    >
      <ol className="mt-2 list-decimal space-y-1 ps-5">
        {steps.map((step) => (
          <li key={step} className="wrap-anywhere">
            {step}
          </li>
        ))}
      </ol>
      <p className="mt-3">
        The key came from this site.{' '}
        <a href={paths.logKey()} className="link">
          Compare it
        </a>{' '}
        with one you have from elsewhere.
      </p>
      <p className="mt-3">
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`}
          download={`entry-${index}.tlog-proof`}
          className={buttonClass({ size: 'sm' })}
        >
          Keep the proof as a file
        </a>
      </p>
    </Callout>
  )
}

async function proof(index: number, body: string, vkeys: readonly string[]): Promise<Outcome> {
  const checkpoint = await fetchCheckpoint(vkeys)
  const { size, root } = checkpoint
  const leaf = leafHash(utf8(body))
  let tiles = 0
  const hashes = await proveInclusion(
    checkpoint,
    index,
    servedTiles((count) => (tiles += count)),
  )
  if (!verifyInclusion({ leaf, index, size, root, proof: hashes })) {
    return { state: 'failed', says: `entry ${index} as it stands here is not the one in the signed tree` }
  }
  const steps = [
    checkpoint.signature.state === 'valid'
      ? `The checkpoint for ${formatPlural(size, 'entry', 'entries')} is signed with the log's key ${checkpoint.signature.keyId}.`
      : 'The signature of the checkpoint was not checked: this browser has no Ed25519, or the page did not come over https.',
    `The bytes of this entry hash to the leaf ${shortenDigest(toHex(leaf))}.`,
    `${formatPlural(tiles, 'tile was fetched; it leads', 'tiles were fetched; each leads')} to the signed root ${shortenDigest(toHex(root))}.`,
    `${formatPlural(hashes.length, 'hash leads', 'hashes lead')} from the leaf, at place ${formatCount(index)}, to that root.`,
  ]
  const file = formatTlogProof({ index, proof: hashes, checkpoint: checkpoint.note, extra: utf8(body) })
  return { state: 'proven', checkpoint, steps, file }
}
