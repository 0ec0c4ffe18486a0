import 'server-only'
import { type SQL, sql } from 'drizzle-orm'

/** Open cases of a category that a detector flagged, each with the highest score of its flags there: `id`, `score`. */
export const bandScores = (
  datasetId: string,
  { detector, category }: { detector: string; category: string },
): SQL => sql`
  select c.id, max(f.score) as score
  from review_case c
  join flag f on f.dataset_id = c.dataset_id and f.digest = c.digest and f.category = c.category
    and f.detector = ${detector} and f.source in ('detector', 'import')
  where c.dataset_id = ${datasetId} and c.status = 'open' and not c.restricted and c.category = ${category}
    and ${detector} = any (c.detectors)
  group by c.id`
