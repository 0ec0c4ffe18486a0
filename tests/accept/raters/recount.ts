import type { Annotation } from './read'

/*
 * What the votes come to, counted from the definitions and in as plain a way as possible: nothing here is shared with lib/agreement or
 * lib/review, so that the two can be held against each other.
 */

export type VoteAction = 'keep' | 'redact' | 'remove'

/** Somebody who ticks "not toxic" would keep the comment, who says all of it is toxic would remove it, who marks passages redact them. */
export function actionOf({ notToxic, allToxic }: Annotation): VoteAction {
  if (notToxic) return 'keep'
  return allToxic ? 'remove' : 'redact'
}

export type CommentOutcome = {
  comment: string
  votes: number
  /** What more than half of the votes ask for, if anything. */
  majority: VoteAction | null
  /** What most ask for, if they are not as many as those who ask for something else. */
  plurality: VoteAction | null
  unanimous: boolean
  /** Characters that somebody of those who ask to redact has marked. */
  marked: number[]
}

export function outcomes(annotations: readonly Annotation[]): CommentOutcome[] {
  const comments = [...new Set(annotations.map(({ comment }) => comment))]
  const votes = new Map(comments.map((comment): [string, Annotation[]] => [comment, []]))
  for (const annotation of annotations) votes.get(annotation.comment)?.push(annotation)
  return comments.map((comment) => {
    const cast = votes.get(comment) ?? []
    const order = (['keep', 'redact', 'remove'] as const)
      .map((action) => ({ action, count: cast.filter((vote) => actionOf(vote) === action).length }))
      .sort((a, b) => b.count - a.count)
    const [first, second] = order
    const marked = new Set(
      cast.filter((vote) => actionOf(vote) === 'redact').flatMap((vote) => [...charactersOf(vote)]),
    )
    return {
      comment,
      votes: cast.length,
      majority: first && first.count * 2 > cast.length ? first.action : null,
      plurality: first && first.count > (second?.count ?? 0) ? first.action : null,
      unanimous: first?.count === cast.length,
      marked: [...marked].sort((a, b) => a - b),
    }
  })
}

export function charactersOf({ spans }: Pick<Annotation, 'spans'>): Set<number> {
  const characters = new Set<number>()
  for (const { start, end } of spans) for (let at = start; at < end; at++) characters.add(at)
  return characters
}

/** Krippendorff's α, nominal, from the coincidence matrix written out cell by cell, a pair of values at a time. */
export function alphaByPairs(units: readonly (readonly string[])[]): number {
  const cells = new Map<string, number>()
  for (const values of units) {
    for (let i = 0; i < values.length; i++)
      for (let j = 0; j < values.length; j++)
        if (i !== j) {
          const cell = `${values[i]}|${values[j]}`
          cells.set(cell, (cells.get(cell) ?? 0) + 1 / (values.length - 1))
        }
  }
  const margins = new Map<string, number>()
  let [n, observed] = [0, 0]
  for (const [cell, count] of cells) {
    const [value = '', other] = cell.split('|')
    margins.set(value, (margins.get(value) ?? 0) + count)
    n += count
    if (value !== other) observed += count
  }
  let expected = 0
  for (const [value, count] of margins)
    for (const [other, times] of margins) if (value !== other) expected += count * times
  return 1 - ((n - 1) * observed) / expected
}

/** The mean over comments of the mean over pairs of raters of F1 and Jaccard of their sets of characters. */
export function spanScores(annotations: readonly Annotation[]): {
  f1: number
  jaccard: number
  comments: number
} {
  const byComment = group(annotations)
  let [f1, jaccard, comments] = [0, 0, 0]
  for (const raters of byComment.values()) {
    if (raters.length < 2) continue
    const sets = raters.map(charactersOf)
    const pairs = sets.flatMap((a, i) => sets.slice(i + 1).map((b) => [a, b] as const))
    const scores = pairs.map(([a, b]) => {
      if (a.size === 0 && b.size === 0) return { f1: 1, jaccard: 1 }
      const both = [...a].filter((at) => b.has(at)).length
      const [precision, recall] = [both / a.size, both / b.size]
      return {
        f1: both === 0 ? 0 : (2 * precision * recall) / (precision + recall),
        jaccard: both / new Set([...a, ...b]).size,
      }
    })
    f1 += scores.reduce((sum, score) => sum + score.f1, 0) / scores.length
    jaccard += scores.reduce((sum, score) => sum + score.jaccard, 0) / scores.length
    comments++
  }
  return { f1: f1 / comments, jaccard: jaccard / comments, comments }
}

/** For each character of each comment what each rater did with it. */
export function characterUnits(
  annotations: readonly Annotation[],
  comments: Map<string, string>,
): string[][] {
  return [...group(annotations)].flatMap(([comment, raters]) => {
    const sets = raters.map(charactersOf)
    const length = Array.from(comments.get(comment) ?? '').length
    return Array.from({ length }, (_, at) => sets.map((set) => (set.has(at) ? 'marked' : 'not')))
  })
}

export function group(annotations: readonly Annotation[]): Map<string, Annotation[]> {
  const groups = new Map<string, Annotation[]>()
  for (const annotation of annotations)
    groups.set(annotation.comment, [...(groups.get(annotation.comment) ?? []), annotation])
  return groups
}
