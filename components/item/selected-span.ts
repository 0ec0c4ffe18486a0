export type Selected = { field: string; start: number; end: number }

/** What is selected in the text of an item, whichever field it is of; null when nothing is, or it runs over two fields. */
export function selectionInItem(): Selected | null {
  const selection = window.getSelection()
  const holder = selection?.anchorNode
  const element = holder instanceof Element ? holder : holder?.parentElement
  const root = element?.closest<HTMLElement>('[data-item-text]')
  const field = root?.closest<HTMLElement>('[data-field]')?.dataset['field']
  const span = root && selectedSpan(root, selection)
  return span && field !== undefined ? { field, ...span } : null
}

/**
 * The part of an item's text that is selected by hand, in code points of the field; null when the selection is empty or
 * leaves the text. A symbol counts for the characters it stands for (`data-points`) and is taken whole; labels are not
 * text and count for nothing.
 */
export function selectedSpan(
  root: HTMLElement,
  selection: Selection | null,
): { start: number; end: number } | null {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  const start = placeOf(root, range.startContainer, range.startOffset, 'start')
  const end = placeOf(root, range.endContainer, range.endOffset, 'end')
  return start === null || end === null || end <= start ? null : { start, end }
}

function placeOf(root: HTMLElement, node: Node, offset: number, edge: 'start' | 'end'): number | null {
  const holder = node instanceof Element ? node : node.parentElement
  const segment = holder?.closest<HTMLElement>('[data-at]')
  if (!segment || !root.contains(segment)) return null
  const before = document.createRange()
  before.setStart(segment, 0)
  const symbol = holder?.closest('[data-points]')
  if (!symbol) before.setEnd(node, offset)
  else if (edge === 'start') before.setEndBefore(symbol)
  else before.setEndAfter(symbol)
  return Number(segment.dataset['at']) + pointsIn(before.cloneContents())
}

function pointsIn(content: DocumentFragment): number {
  let points = [...(content.textContent ?? '')].length
  for (const symbol of content.querySelectorAll<HTMLElement>('[data-points]')) {
    points += Number(symbol.dataset['points']) - [...(symbol.textContent ?? '')].length
  }
  return points
}
