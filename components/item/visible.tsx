import { Fragment } from 'react'
import { visiblePieces } from '@/lib/text/visible'

/** A stranger's text: as it is where that is safe, as symbols where it is not. The symbols are what gets copied. */
export function Visible({ text }: { text: string }) {
  return visiblePieces(text).map((piece, index) =>
    piece.kind === 'text' ? (
      <Fragment key={index}>{piece.text}</Fragment>
    ) : (
      <bdi
        key={index}
        title={piece.title}
        data-points={piece.points}
        className="font-mono text-[0.8em] text-ink-faint"
      >
        {piece.text}
      </bdi>
    ),
  )
}
