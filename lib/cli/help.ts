import 'server-only'
import { usageLine } from '@/lib/cli/arguments'
import type { Command } from '@/lib/cli/command'
import { commands } from '@/lib/cli/registry'

export async function overview(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map(async (load) => (await load()).command))
  const width = Math.max(...all.map(({ name }) => name.length))
  return [
    'Usage: npm run -s winnow -- <command> [arguments]',
    '',
    ...all.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'Every command takes --json (one JSON object on stdout, everything else on stderr) and --help.',
    'Exit status: 0 done, 1 refused or invalid, 2 could not run.',
  ].join('\n')
}

export function commandHelp(command: Command): string {
  const options = Object.entries(command.options).map(([name, { type, value, help, required }]) => {
    const left = type === 'boolean' ? `--${name}` : `--${name} ${value ?? 'VALUE'}`
    return `  ${left.padEnd(26)} ${help}${required ? ' (required)' : ''}`
  })
  return [
    `Usage: ${usageLine(command)}`,
    '',
    `${command.summary}.`,
    ...(options.length > 0 ? ['', ...options] : []),
  ].join('\n')
}
