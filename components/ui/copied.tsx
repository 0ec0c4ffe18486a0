import { CopyButton } from './copy-button'

/** Something to be kept, or written elsewhere, sign by sign. `subject`: what it is, in place of itself. */
export function Copied({ text, subject = text }: { text: string; subject?: string }) {
  return (
    <p className="flex flex-wrap items-center gap-2">
      <code className="font-mono text-sm wrap-anywhere">{text}</code>
      <CopyButton text={text} subject={subject} />
    </p>
  )
}
