'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useT } from '#i18n'
import { useFormContext } from '@/components/form/form-context'
import { buttonClass, LinkButton } from '@/components/ui/button'

/** The way on when a decision was refused for what happened meanwhile, and nothing in the form can mend it. */
export function Overtaken({ nextHref }: { nextHref: string | null }) {
  const t = useT('decide')
  const { state } = useFormContext()
  const here = `${usePathname()}?${useSearchParams().toString()}`
  if (state?.ok !== false || Object.keys(state.fieldErrors ?? {}).length > 0) return null
  return (
    <p className="flex flex-wrap gap-3">
      {nextHref ? (
        <LinkButton href={nextHref} kind="primary">
          {t('nextCase')}
        </LinkButton>
      ) : null}
      {/* A plain link: the page is read again, not taken from the router's memory. */}
      <a href={here} className={buttonClass({})}>
        {t('asItIsNow')}
      </a>
    </p>
  )
}
