import { useT } from '#i18n'
import { VerifyHere } from '@/components/release/verify-here'
import { CodeBlock } from '@/components/ui/code-block'
import { Section } from '@/components/ui/page-header'
import { logIdentity } from '@/lib/log/identity'
import { paths } from '@/lib/paths'
import type { ReleaseView } from '@/lib/releases/queries'
import { env } from '@/lib/runtime/env'

/** In the browser, or with tools we did not write. */
export function CheckIt({ release }: { release: ReleaseView }) {
  const t = useT('releases.check')
  const { slug } = release.dataset
  const { name } = release
  const bag = `${slug}-${name}`
  return (
    <Section title={t('title')}>
      <div className="flex flex-col gap-6">
        <VerifyHere slug={slug} version={name} vkeys={logIdentity().vkeys} />
        <CodeBlock
          caption={t('coreutils')}
          code={[
            `curl -fsSLO '${env().url}${paths.releaseBag(slug, name)}' && unzip bag.zip && cd ${bag}`,
            `sha256sum -c --ignore-missing manifest-sha256.txt tagmanifest-sha256.txt`,
          ].join('\n')}
        />
      </div>
    </Section>
  )
}
