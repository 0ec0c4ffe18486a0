import { useT } from '#i18n'
import { say } from '@/lib/i18n/say'
import { rightInWords } from '@/lib/takedowns/clock-words'
import { isToGiveNobody, type Right } from '@/lib/takedowns/rights'

/** Which decisions do what is asked, where nobody is to be given a row. */
export function GiveNobody({ right }: { right: Right | null }) {
  const t = useT('process.next')
  if (!right || !isToGiveNobody({ right })) return null
  return <p className="text-ink-soft">{t('giveNobody', { right: rightInWords(say, right) ?? right })}</p>
}
