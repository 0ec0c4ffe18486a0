import { health } from '@/lib/runtime/health'

export const dynamic = 'force-dynamic'

/** 200 when this process reaches its database as the application role, 503 with the reason's kind otherwise. */
export async function GET() {
  const report = await health()
  return Response.json(report, {
    status: report.status === 'ok' ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  })
}
