import { Fragment } from 'react'
import { useT } from '#i18n'
import { type Meaning, visiblePieces } from '@/lib/text/visible'

/** A stranger's text: as it is where that is safe, as symbols where it is not. The symbols are what gets copied. */
export function Visible({ text }: { text: string }) {
  return visiblePieces(text).map((piece, index) =>
    piece.kind === 'text' ? (
      <Fragment key={index}>{piece.text}</Fragment>
    ) : (
      <StandIn key={index} {...piece} />
    ),
  )
}

function StandIn({ text, meaning, points }: { text: string; meaning: Meaning; points: number }) {
  const t = useT('forms.standIn')
  const title = 'n' in meaning ? t(meaning.what, { n: meaning.n }) : t(meaning.what, { name: '', ...meaning })
  return (
    <bdi title={title} data-points={points} className="font-mono text-[0.8em] text-ink-faint">
      {text}
    </bdi>
  )
}
