import 'server-only'

/** On a log a line for each step would drown the rest: at most one in two seconds. */
export function stepNotes(
  note: (line: string) => void,
  now: () => number = Date.now,
): (step: string) => void {
  let last = now()
  return (step) => {
    if (now() - last < 2_000) return
    last = now()
    note(`${step} …`)
  }
}
