import { serveTile } from '@/lib/log/serve-tile'

export const dynamic = 'force-dynamic'

/** Tiles and entry bundles of the log, c2sp.org/tlog-tiles. */
export const GET = serveTile
export const HEAD = serveTile
