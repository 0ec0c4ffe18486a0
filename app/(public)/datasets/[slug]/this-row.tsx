import type { ReactNode } from 'react'
import { Messages } from '@/app/messages'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Link } from '@/components/ui/link'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import { rowThereAction } from '../../lookup/actions'

/** What anybody may know of a row, and do about it. Nothing of what it says: whoever has only its address learns no more. */
export async function ThisRow({ slug, link, children }: { slug: string; link: string; children: ReactNode }) {
  const t = await getT('lookup.row')
  const about = { dataset: slug, target: env().url + link }
  return (
    <div className="flex flex-col gap-5 text-base">
      <p>
        {children} {t('hidden')}
      </p>
      <ul className="flex list-disc flex-col gap-2 ps-6">
        <li>
          <Link href={paths.takedowns(about)} className="link">
            {t('remove')}
          </Link>
        </li>
        <li>
          <Link href={paths.takedownUrgent(about)} className="link">
            {t('urgent')}
          </Link>
        </li>
      </ul>
      <Messages areas={['lookup']}>
        <Form action={rowThereAction}>
          <input type="hidden" name="link" value={link} />
          <SubmitButton kind="secondary" pendingLabel={t('looking')}>
            {t('look')}
          </SubmitButton>
        </Form>
      </Messages>
    </div>
  )
}
