import type { Copy } from '@/lib/takedowns/answer-copy'

/** What the law wants said with a copy (GDPR Art. 15(1) and (2)). */
export function Information({ parts }: { parts: Copy['information'] }) {
  return (
    <ul className="flex flex-col gap-5 text-base">
      {parts.map(({ article, title, text }) => (
        <li key={article}>
          <h3 className="font-semibold">{title}</h3>
          <p>{text}</p>
          <p className="text-sm text-ink-soft">{article}</p>
        </li>
      ))}
    </ul>
  )
}
