import type { Metadata } from 'next'
import { CodeBlock } from '@/components/ui/code-block'
import { PageHeader, Section } from '@/components/ui/page-header'
import { getT } from '@/lib/i18n/server'
import { logIdentity } from '@/lib/log/identity'
import { fetchCommand, signatureCommands } from '@/lib/log/shell-commands'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('log.key')
  return { title: t('title') }
}

export default async function LogKeyPage() {
  const t = await getT('log')
  const { vkey, vkeys, origin } = logIdentity()
  const former = vkeys.slice(1)
  const address = `${env().url}${paths.log()}`
  return (
    <>
      <PageHeader
        title={t('key.title')}
        lead={t('key.lead')}
        trail={[{ href: paths.log(), label: t('title') }]}
      />
      <div className="flex flex-col gap-4">
        <CodeBlock caption={t('key.current', { origin })} code={vkey} />
        {former.length > 0 ? <CodeBlock caption={t('key.former')} code={former.join('\n')} /> : null}
        <p className="text-sm text-ink-soft">
          {t.rich('key.programs', {
            address: paths.vkey(),
            every: paths.vkeys(),
            one: (words) => (
              <a href={paths.vkey()} className="link">
                {words}
              </a>
            ),
            all: (words) => (
              <a href={paths.vkeys()} className="link">
                {words}
              </a>
            ),
          })}
        </p>
      </div>
      <Section title={t('key.openssl.title')}>
        <div className="flex flex-col gap-4">
          <CodeBlock caption={t('key.openssl.fetch')} code={fetchCommand(address)} />
          <CodeBlock caption={t('key.openssl.check')} code={signatureCommands(vkey)} />
          <p className="max-w-prose text-ink-soft">{t('key.openssl.says')}</p>
        </div>
      </Section>
      <Section title={t('key.whole.title')}>
        <div className="flex flex-col gap-4">
          <CodeBlock
            caption={t('key.whole.command')}
            code={[
              `npm run -s winnow -- log verify ${address} --vkey '${vkey}' --save kept.checkpoint`,
              `npm run -s winnow -- log verify ${address} --vkey '${vkey}' --since kept.checkpoint --save kept.checkpoint`,
            ].join('\n')}
          />
          <p className="max-w-prose text-ink-soft">
            {t.rich('key.whole.others', {
              address,
              link: (words) => (
                <a href="https://c2sp.org/tlog-tiles" className="link">
                  {words}
                </a>
              ),
              code: (words) => <code className="font-mono text-[0.9em] wrap-anywhere">{words}</code>,
            })}
          </p>
        </div>
      </Section>
      <Section title={t('key.change.title')}>
        <div className="prose">
          <p>{t('key.change.both')}</p>
          <p>{t('key.change.neither')}</p>
        </div>
      </Section>
    </>
  )
}
