import { CopyButton } from './copy-button'

/** Something to be written elsewhere, sign by sign. */
export function Copied({ text }: { text: string }) {
  return (
    <p className="flex flex-wrap items-center gap-2">
      <code className="font-mono text-sm wrap-anywhere">{text}</code>
      <CopyButton text={text} subject={text} />
    </p>
  )
}
