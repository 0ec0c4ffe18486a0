import 'server-only'
import { readFile } from 'node:fs/promises'
import { checkDraw, type DrawReport } from '@/lib/audit-draw/check'
import { parseAuditLines } from '@/lib/audit-draw/openings-file'
import { defineCommand } from '@/lib/cli/command'
import { logKeys, vkeyOption } from '@/lib/cli/log-keys'
import { formatCount, formatPlural } from '@/lib/format'
import { httpSource } from '@/lib/log/http-source'
import { openLog } from '@/lib/releases/remote-log'

export const command = defineCommand({
  name: 'log draw',
  summary: 'Compute an audit draw again from a log: exits 0 as it should be, 1 not, 2 cannot check',
  positionals: ['url', 'draw'],
  options: {
    vkey: vkeyOption,
    check: {
      type: 'string',
      value: 'FILE',
      help: 'openings an auditor was given: each has to be the one that its entry commits to',
    },
  },
  database: false,
  run: async ({ path, signal }, { at, values }) => {
    const url = at('url')
    const source = httpSource(url, signal)
    const { vkeys, areGiven } = await logKeys(source, values.vkey, path)
    const log = await openLog(source, url, vkeys)
    const openings =
      values.check === undefined ? undefined : parseAuditLines(await readFile(path(values.check), 'utf8'))
    const report = await checkDraw({ log, source, vkeys, draw: at('draw'), openings })
    const exit = report.problems.length > 0 ? (report.settled ? 1 : 2) : 0
    return { view: { url, keyGiven: areGiven, ...report }, text: asText(report, areGiven), exit }
  },
})

function asText({ draw, settled, drawn, openings, problems }: DrawReport, areGiven: boolean): string {
  const of = draw.dataset ?? 'all datasets'
  return [
    `Draw ${draw.id}, announced by entry ${draw.index}: ${formatCount(draw.k)} of the decisions of ${of} among entries ${draw.from} to ${draw.to}.`,
    ...(settled
      ? [
          `Settled by the checkpoint of size ${settled.size}, ${settled.witness === null ? 'with no witness: whoever writes the log could have chosen it' : `as ${settled.witness} signed it`}.`,
          `Drawn of ${formatPlural(settled.among, 'entry', 'entries')}: ${drawn.join(' ')}`,
        ]
      : []),
    ...(openings
      ? [
          `Opened as the log commits to them: ${formatCount(openings.opened)}; sealed ${formatCount(openings.sealed)}, erased ${formatCount(openings.erased)}.`,
        ]
      : []),
    ...(areGiven ? [] : ['The key came from the log itself: give --vkey to know whose log this is.']),
    ...problems.map((problem) => `wrong: ${problem}`),
  ].join('\n')
}
