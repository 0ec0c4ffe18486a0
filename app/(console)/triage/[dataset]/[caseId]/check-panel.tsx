import { useT } from '#i18n'
import { LinkButton } from '@/components/ui/button'
import type { Feedback } from '@/lib/golden/feedback'
import { checkTitle } from '@/lib/golden/labels'
import { paths } from '@/lib/paths'
import { CheckAnswer } from './check-answer'

/** In place of the form, where a check was answered without JavaScript or is looked at again. */
export function CheckPanel({ check }: { check: Feedback }) {
  const t = useT('caseFile.check')
  const checks = useT('checks')
  return (
    <section aria-labelledby="check-heading" className="flex flex-col items-start gap-4">
      <h2 id="check-heading" className="text-lg">
        {checks(`title.${checkTitle(check)}`)}
      </h2>
      <LinkButton href={paths.queues()} kind="primary">
        {t('back')}
      </LinkButton>
      <CheckAnswer check={check} />
    </section>
  )
}
