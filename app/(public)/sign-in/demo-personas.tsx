import { useT } from '#i18n'
import { demoPassword, personas } from '@/lib/demo/personas'
import { env } from '@/lib/runtime/env'

/** Only on a demonstration: who lives in the demo world, and the password they share. */
export function DemoPersonas() {
  const t = useT('account.signIn.demo')
  if (env().mode !== 'demo') return null
  return (
    <section aria-labelledby="personas" className="rounded border border-line p-4">
      <h2 id="personas" className="mb-2 font-semibold">
        {t('title')}
      </h2>
      <p className="mb-3 text-sm text-ink-soft">
        {t.rich('lead', { password: demoPassword, code: (words) => <code>{words}</code> })}
      </p>
      <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[auto_1fr]">
        {personas.map((persona) => (
          <div key={persona.key} className="contents">
            <dt>
              <code>{persona.email}</code>
            </dt>
            <dd className="text-ink-soft max-sm:mb-2">{t(`does.${persona.key}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
