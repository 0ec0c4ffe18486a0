import 'server-only'
import { defineCommand } from '@/lib/cli/command'
import { checkDolma } from '@/lib/releases/check-dolma'

export const command = defineCommand({
  name: 'dolma check',
  summary: 'See that every document has its attributes, before Dolma mixes without a word',
  positionals: ['folder', 'set'],
  options: {},
  database: false,
  run: async ({ path }, { at }) => {
    const view = await checkDolma(path(at('folder')), at('set'))
    if (view.problems.length > 0) return { view, text: view.problems.join('\n'), exit: 1 }
    const mixer = view.mixer ? ' The mixer configuration carries them out.' : ''
    return {
      view,
      text: `${view.files} files, ${view.lines} documents: each has its attributes, and spans that fit its text.${mixer}`,
    }
  },
})
