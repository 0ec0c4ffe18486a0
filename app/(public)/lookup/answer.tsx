'use client'

import { useT } from '#i18n'
import { useFormContext } from '@/components/form/form-context'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import { paths } from '@/lib/paths'

type Answer = {
  datasets: { name: string; slug: string; answer: 'yes' | 'no' | 'unsearched'; told: string }[]
  notes: string[]
}

/**
 * What the form around it was answered. It is read out as one text in a place that is there before it: of a list that comes all at once a
 * screen reader may leave out the lines.
 */
export function LookupAnswer() {
  const { state } = useFormContext()
  const answer = state?.ok && isAnswer(state.data) ? state.data : null
  return (
    <>
      <p role="status" className="sr-only">
        {answer?.datasets.map(({ told }) => told).join(' ')}
      </p>
      {answer ? <Told answer={answer} /> : null}
    </>
  )
}

function Told({ answer }: { answer: Answer }) {
  const t = useT('lookup')
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-xl">{t('answers')}</h2>
      <ul className="divide-y divide-line border-y border-line">
        {answer.datasets.map(({ name, slug, answer: found, told }) => (
          <li key={slug} className="flex flex-col gap-1 py-3">
            <span className="flex flex-wrap items-baseline gap-2">
              <Badge>{t(found)}</Badge>
              <span className="sr-only">: </span>
              <span>{told}</span>
            </span>
            {found === 'yes' ? (
              <Link href={paths.takedowns({ dataset: slug })} className="link text-base">
                {t('remove', { name })}
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
      {answer.notes.map((note) => (
        <p key={note} className="text-base text-ink-soft">
          {note}
        </p>
      ))}
    </section>
  )
}

const isAnswer = (data: unknown): data is Answer =>
  typeof data === 'object' && data !== null && 'datasets' in data && 'notes' in data
