import { notFound } from '@/lib/errors'
import { tableCsv } from '@/lib/metrics/table'
import { publicFile } from '@/lib/register/answers'
import { partOfFile } from '@/lib/transparency/eu-parts'
import { recentPart, recentReport, reportJson } from '@/lib/transparency/report'
import { transparencyQuery, transparencyScope } from '@/lib/transparency/scope'
import { isReportTable } from '@/lib/transparency/table'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ file: string }> }

/** `report.json`, `<table>.csv`, and the parts of the European template (`eu-4-notices.csv`), in English. */
export const GET = (request: Request, { params }: Context): Promise<Response> =>
  publicFile(async () => {
    const { file } = await params
    const scope = await transparencyScope(
      transparencyQuery.parse(Object.fromEntries(new URL(request.url).searchParams)),
    )
    const name = `${scope.dataset?.slug ?? 'all'}-${scope.period.id}-${file}`
    if (file === 'report.json')
      return {
        body: `${JSON.stringify(reportJson(scope, await recentReport(scope)), null, 2)}\n`,
        type: 'application/json',
      }
    const part = partOfFile(file)
    if (part) return { body: await recentPart(scope, part), type: 'text/csv', name }
    const id = file.endsWith('.csv') ? file.slice(0, -4) : ''
    if (!isReportTable(id)) throw notFound('table')
    return { body: tableCsv((await recentReport(scope))[id]), type: 'text/csv', name }
  })
