import { useLocale, useT } from '#i18n'
import { Visible } from '@/components/item/visible'
import { Callout } from '@/components/ui/callout'
import { questionsOf } from '@/lib/takedowns/kinds'
import type { LetterReading, ReadElement } from '@/lib/takedowns/read-letter'

/** What the letter was understood as, what its law wants and what of that is missing. */
export function WhatWasRead({ reading }: { reading: LetterReading }) {
  const t = useT('notices')
  const { type, sure, elements, places, reaches, filled } = reading
  return (
    <>
      <Callout tone={sure ? 'note' : 'warn'} title={t(`is.${type}`)}>
        <p>{t('about', { n: places })}</p>
        {sure ? null : <p>{t('unsure')}</p>}
        {reaches.map((way) => (
          <p key={way}>{t(`reaches.${way}`)}</p>
        ))}
      </Callout>
      {elements.length > 0 && type !== 'reversal' ? (
        <section>
          <h2 className="text-xl">{t('found.title')}</h2>
          <ul className="mt-3 flex flex-col gap-3 text-base">
            {elements.map((element) => (
              <ElementLine key={element.id} element={element} />
            ))}
          </ul>
        </section>
      ) : null}
      <p className="text-base">{t(filled ? 'filled' : 'nothing')}</p>
      {filled ? <Guessed filled={filled} /> : null}
    </>
  )
}

function ElementLine({ element: { id, law, state, words } }: { element: ReadElement }) {
  const t = useT('notices')
  const missing = state === 'missing'
  return (
    <li className="border-s-2 border-line ps-3">
      <span className="font-medium">{t(`element.${id}`)}</span>{' '}
      {law ? <span className="text-ink-soft">({law})</span> : null}
      <span className={`block wrap-anywhere ${state === 'present' ? 'text-good' : 'text-warn'}`}>
        {missing ? (
          `✗ ${t('found.missing')}. ${t('found.missingHint')}`
        ) : state === 'blacked_out' ? (
          `✗ ${t('found.blackedOut')}. ${t('found.missingHint')}`
        ) : (
          <>
            ✓ {t('found.present')}:{' '}
            <q className="text-ink-soft">
              <Visible text={words} />
            </q>
          </>
        )}
      </span>
    </li>
  )
}

/** Answers that are guesses, by the labels of their questions. */
function Guessed({ filled: { kind, unsure } }: { filled: NonNullable<LetterReading['filled']> }) {
  const t = useT('notices')
  const forms = useT('takedowns.forms')
  const locale = useLocale()
  const labels = questionsOf(kind)
    .filter(({ name }) => unsure.includes(name))
    .map(({ label }) => forms(label))
  if (labels.length === 0) return null
  const list = new Intl.ListFormat(locale, { type: 'conjunction' }).format(labels)
  return <p className="text-base text-warn">{t('guessed', { list })}</p>
}
