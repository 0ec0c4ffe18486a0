/** On every page of an instance that was restored from a backup older than its log. */
export function ReadOnlyBanner() {
  return (
    <p role="status" className="border-b border-warn bg-warn-soft px-4 py-2 text-sm text-ink md:px-6">
      <strong className="font-semibold">This instance is read-only.</strong> It was restored from a backup
      that is older than its log. You can read everything; nothing can be changed until an operator has
      recovered the log.
    </p>
  )
}
