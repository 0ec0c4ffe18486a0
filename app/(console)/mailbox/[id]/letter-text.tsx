import { Visible } from '@/components/item/visible'
import type { Locale } from '@/lib/i18n/locales'

/** A letter as its reader has it. Only a line that is nothing but an address of this instance becomes a link. */
export function LetterText({ text, language, origin }: { text: string; language: Locale; origin: string }) {
  return (
    <pre
      lang={language}
      className="mt-6 w-fit max-w-full overflow-x-auto rounded-md border border-line bg-surface p-4 font-mono text-sm leading-relaxed whitespace-pre-wrap"
    >
      {text.split('\n').map((line, index) => (
        <span key={index}>
          {line.startsWith(`${origin}/`) ? (
            <a href={line} className="link wrap-anywhere" rel="noreferrer">
              {line}
            </a>
          ) : (
            <Visible text={line} />
          )}
          {'\n'}
        </span>
      ))}
    </pre>
  )
}
