'use client'

import { useState } from 'react'
import { useT } from '#i18n'
import { Button, buttonClass } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { shortenDigest } from '@/lib/format'
import { paths } from '@/lib/paths'
import { toHex, utf8 } from '@/lib/tlog/bytes'
import { leafHash } from '@/lib/tlog/hash'
import { proveInclusion } from '@/lib/tlog/light-client'
import { verifyInclusion } from '@/lib/tlog/proof'
import { formatTlogProof } from '@/lib/tlog/tlog-proof'
import { problemIn } from './problem'
import { fetchCheckpoint, type SeenCheckpoint, servedTiles } from './served-log'
import { useHydrated } from '@/components/ui/use-hydrated'

/** `hashes` lead from the leaf to the root; `tiles` were fetched for them. */
type Proof = { checkpoint: SeenCheckpoint; leaf: string; hashes: number; tiles: number; file: string }

type Outcome =
  | { state: 'idle' | 'working' }
  | { state: 'proven'; proof: Proof }
  | { state: 'disproven' }
  | { state: 'failed'; error: unknown }

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
  const t = useT('proofs.prove')
  const problem = useT('proofs.problem')
  const [outcome, setOutcome] = useState<Outcome>({ state: 'idle' })
  const hydrated = useHydrated()

  async function prove() {
    setOutcome({ state: 'working' })
    try {
      const proof = await proofOf(index, body, vkeys)
      setOutcome(proof ? { state: 'proven', proof } : { state: 'disproven' })
    } catch (error) {
      setOutcome({ state: 'failed', error })
    }
  }

  return (
    <div className="flex flex-col items-start gap-4">
      <p className="max-w-prose text-ink-soft">{hydrated ? t('how') : t('withoutScript')}</p>
      {hydrated ? (
        <Button kind="primary" onClick={prove} disabled={outcome.state === 'working'}>
          {outcome.state === 'working' ? t('pending') : t('action')}
        </Button>
      ) : null}
      <div aria-live="polite" className="w-full">
        {outcome.state === 'proven' ? <Proven index={index} proof={outcome.proof} /> : null}
        {outcome.state === 'failed' || outcome.state === 'disproven' ? (
          <Callout tone="bad" title={t('failed.title')}>
            {t('failed.text', {
              problem:
                outcome.state === 'failed'
                  ? problemIn(problem, outcome.error)
                  : problem('otherEntry', { index: String(index) }),
            })}
          </Callout>
        ) : null}
      </div>
    </div>
  )
}

function Proven({ index, proof }: { index: number; proof: Proof }) {
  const t = useT('proofs.prove')
  const { size, root, signature } = proof.checkpoint
  const steps = [
    signature.state === 'valid' ? t('signed', { size, keyId: signature.keyId }) : t('unsigned'),
    t('leaf', { leaf: shortenDigest(proof.leaf) }),
    t('tiles', { n: proof.tiles, root: shortenDigest(toHex(root)) }),
    t('hashes', { n: proof.hashes, index }),
  ]
  return (
    <Callout
      tone={signature.state === 'valid' ? 'good' : 'warn'}
      title={signature.state === 'valid' ? t('proven', { index, size }) : t('provenUnsigned')}
    >
      <ol className="mt-2 list-decimal space-y-1 ps-5">
        {steps.map((step) => (
          <li key={step} className="wrap-anywhere">
            {step}
          </li>
        ))}
      </ol>
      <p className="mt-3">
        {t.rich('key', {
          link: (words) => (
            <a href={paths.logKey()} className="link">
              {words}
            </a>
          ),
        })}
      </p>
      <p className="mt-3">
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(proof.file)}`}
          download={`entry-${index}.tlog-proof`}
          className={buttonClass({ size: 'sm' })}
        >
          {t('keep')}
        </a>
      </p>
    </Callout>
  )
}

/** Null when the entry as it stands here is not the one in the signed tree. */
async function proofOf(index: number, body: string, vkeys: readonly string[]): Promise<Proof | null> {
  const checkpoint = await fetchCheckpoint(vkeys)
  const { size, root } = checkpoint
  const leaf = leafHash(utf8(body))
  let tiles = 0
  const proof = await proveInclusion(
    checkpoint,
    index,
    servedTiles((count) => (tiles += count)),
  )
  if (!verifyInclusion({ leaf, index, size, root, proof })) return null
  const file = formatTlogProof({ index, proof, checkpoint: checkpoint.note, extra: utf8(body) })
  return { checkpoint, leaf: toHex(leaf), hashes: proof.length, tiles, file }
}
