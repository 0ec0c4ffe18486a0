import 'server-only'

/** A proof of the log as a download: nobody keeps it on the way, since its address may be a secret. */
export const proofFile = (proof: string, entryId: string): Response =>
  new Response(proof, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="decision-${entryId}.tlog-proof"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
