import { useT } from '#i18n'
import { Visible } from '@/components/item/visible'
import { DescriptionList, type Detail } from '@/components/ui/description-list'
import { translatorFor } from '@/lib/i18n/server'
import type { RequestView } from '@/lib/takedowns/queries'

/** Whether a request came by the urgent lane, which asks less than any form. */
export const cameUrgently = ({ attestations }: RequestView): boolean =>
  attestations.some(({ wording }) => wording.startsWith('urgent_'))

/** Who sent it, if they said so, and what they declared: in the words in which it was asked. */
export function UrgentSaid({ request }: { request: RequestView }) {
  const { contact, attestations, declaredIn } = request
  const t = useT('requests.request')
  const form = useT('urgent.form')
  const officer = useT('urgent.officer')
  const declaration = translatorFor(declaredIn, 'takedowns.attestations')
  const { asked = {}, answers = {}, name = '', email = '' } = contact ?? {}
  const said: Record<string, string> = {
    name,
    email,
    relation: answers.relation === 'agent' ? form('relation.agent') : form('relation.self'),
  }
  const told = Object.entries(asked).flatMap(([key, question]): Detail[] =>
    said[key]
      ? [{ term: <span lang={declaredIn}>{question}</span>, detail: <Visible text={said[key]} /> }]
      : [],
  )
  const declared = attestations.map(({ wording }): Detail => ({
    term: t('declared'),
    detail: <span lang={declaredIn}>{declaration(`${wording}.text`)}</span>,
  }))
  return (
    <>
      <DescriptionList items={[...told, ...declared]} />
      <p className="mt-3 text-sm text-ink-soft">{officer('confidential')}</p>
    </>
  )
}
