import type { Metadata } from 'next'
import { CodeBlock } from '@/components/ui/code-block'
import { PageHeader, Section } from '@/components/ui/page-header'
import { logIdentity } from '@/lib/log/identity'
import { fetchCommand, signatureCommands } from '@/lib/log/shell-commands'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'

export const metadata: Metadata = { title: 'The key of the log' }

export default function LogKeyPage() {
  const { vkey, vkeys, origin } = logIdentity()
  const former = vkeys.slice(1)
  const address = `${env().url}${paths.log()}`
  return (
    <>
      <PageHeader
        title="The key of the log"
        lead="Whoever holds this key speaks as the log. Compare it with one you have from elsewhere: a page can only vouch for itself."
        trail={[{ href: paths.log(), label: 'The log' }]}
      />
      <div className="flex flex-col gap-4">
        <CodeBlock
          caption={`${origin}: name, key id and Ed25519 public key, as signed notes write it`}
          code={vkey}
        />
        {former.length > 0 ? (
          <CodeBlock caption="Former keys, which signed older checkpoints" code={former.join('\n')} />
        ) : null}
        <p className="text-sm text-ink-soft">
          For programs:{' '}
          <a href={paths.vkey()} className="link">
            {paths.vkey()}
          </a>{' '}
          and, with every former key,{' '}
          <a href={paths.vkeys()} className="link">
            {paths.vkeys()}
          </a>
        </p>
      </div>
      <Section title="Check a checkpoint with openssl alone">
        <div className="flex flex-col gap-4">
          <CodeBlock caption="Fetch it" code={fetchCommand(address)} />
          <CodeBlock
            caption="Check its signature: openssl 3.0 or newer, and coreutils"
            code={signatureCommands(vkey)}
          />
          <p className="max-w-prose text-ink-soft">
            It says “Signature Verified Successfully”. The checkpoint has three lines: the name of the log,
            how many entries it has, and the root over all of them. Keep the file: with a later one it shows
            whether anything was changed.
          </p>
        </div>
      </Section>
      <Section title="Check the whole log">
        <div className="flex flex-col gap-4">
          <CodeBlock
            caption="Every tile, every entry, and that it begins with what you kept"
            code={[
              `npm run -s winnow -- log verify ${address} --vkey '${vkey}' --save kept.checkpoint`,
              `npm run -s winnow -- log verify ${address} --vkey '${vkey}' --since kept.checkpoint --save kept.checkpoint`,
            ].join('\n')}
          />
          <p className="max-w-prose text-ink-soft">
            You need not trust our program. The log is a{' '}
            <a href="https://c2sp.org/tlog-tiles" className="link">
              tlog-tiles
            </a>{' '}
            log like those of Certificate Transparency, and anybody’s tools for them read it at the address{' '}
            <code className="font-mono text-[0.9em] wrap-anywhere">{address}</code>.
          </p>
        </div>
      </Section>
      <Section title="When the key changes">
        <div className="prose">
          <p>
            The name of the log never changes; its key may. For a while every checkpoint is then signed with
            both, so that you can check the new key with the one you know. Former keys stay on this page for
            ever: what they signed is still true, and still proves itself.
          </p>
          <p>
            A checkpoint that is signed with neither the key you know nor one that came with it is not this
            log’s.
          </p>
        </div>
      </Section>
    </>
  )
}
