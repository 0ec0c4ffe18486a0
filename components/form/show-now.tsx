'use client'

import { usePathname } from 'next/navigation'
import { useT } from '#i18n'
import { buttonClass } from '@/components/ui/button'
import { useFormContext } from './form-context'

/** The way on when a form was refused for what happened meanwhile, and nothing in it can mend that. */
export function ShowNow() {
  const { state } = useFormContext()
  const t = useT('forms')
  const here = usePathname()
  if (state?.ok !== false || Object.keys(state.fieldErrors ?? {}).length > 0) return null
  return (
    <p>
      {/* A plain link: the page is read again, not taken from the router's memory. */}
      <a href={here} className={buttonClass({ size: 'sm' })}>
        {t('showNow')}
      </a>
    </p>
  )
}
