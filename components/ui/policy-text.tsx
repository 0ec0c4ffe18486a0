/** A policy's text: `#` and `##` headings and paragraphs, as React elements; anything else is plain text. */
export function PolicyText({ text }: { text: string }) {
  return (
    <div className="prose">
      {text
        .split(/\n{2,}/)
        .map((block) => block.trim())
        .filter((block) => block !== '')
        .map((block, i) => {
          if (block.startsWith('## ')) return <h3 key={i}>{block.slice(3)}</h3>
          if (block.startsWith('# ')) return <h2 key={i}>{block.slice(2)}</h2>
          return <p key={i}>{block.replaceAll('\n', ' ')}</p>
        })}
    </div>
  )
}
