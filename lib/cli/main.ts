import 'server-only'
import { once } from 'node:events'
import path from 'node:path'
import { usageLine } from '@/lib/cli/arguments'
import type { Command, Context, Outcome } from '@/lib/cli/command'
import { failureOf } from '@/lib/cli/failure'
import { commandHelp, overview } from '@/lib/cli/help'
import { commands } from '@/lib/cli/registry'
import { prepareEnvironment } from '@/lib/runtime/prepare'

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0) // `winnow flags … | head` has read enough
})
process.exitCode = await main(process.argv.slice(2))

/** Finds the command, lets it parse, opens what it needs, runs it, prints what it hands back. */
async function main(argv: string[]): Promise<number> {
  const end = argv.includes('--') ? argv.indexOf('--') : argv.length
  const given = (flag: string) => argv.slice(0, end).includes(flag)
  const [json, help] = [given('--json'), given('--help') || given('-h')]
  const rest = argv.filter((word, i) => i >= end || !['--json', '--help', '-h'].includes(word))
  let command: Command | undefined
  try {
    command = await findCommand(rest)
    if (help || (!command && rest.length === 0)) {
      await write(process.stdout, `${command ? commandHelp(command) : await overview()}\n`)
      return help ? 0 : 2
    }
    if (!command)
      throw new Error(`there is no command "${rest[0]}". \`npm run -s winnow -- --help\` lists them.`)
    const run = command.parse(rest.slice(command.name.split(' ').length))
    const outcome = await withDatabase(command, () => run(contextFor(json)))
    await report(outcome, json)
    return outcome.exit ?? 0
  } catch (error) {
    const { exit, error: view } = failureOf(error)
    if (json) await write(process.stdout, `${JSON.stringify({ error: view })}\n`)
    console.error(`winnow: ${view.message}`)
    for (const [field, messages] of Object.entries(view.fields ?? {}))
      console.error(`  ${field}: ${messages.join(' ')}`)
    if (command && view.code === 'usage') console.error(`Usage: ${usageLine(command)}`)
    return exit
  }
}

/** Names have one word or two. */
async function findCommand(argv: readonly string[]): Promise<Command | undefined> {
  for (const name of [argv.slice(0, 2).join(' '), argv[0] ?? '']) {
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (load) return (await load()).command
  }
  return undefined
}

async function withDatabase<T>(command: Command, work: () => Promise<T>): Promise<T> {
  if (!command.database) return work()
  await prepareEnvironment()
  const { openDatabase } = await import('@/lib/runtime/open-database')
  const database = await openDatabase()
  try {
    return await work()
  } finally {
    await database.close()
  }
}

function contextFor(json: boolean): Context {
  // npm changes to the repository and says in INIT_CWD where the command was typed.
  const typedIn = process.env.npm_lifecycle_event === 'winnow' ? process.env.INIT_CWD : undefined
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => controller.abort())
  process.on('disconnect', () => controller.abort()) // started by `npm start`, which was killed
  process.channel?.unref()
  return {
    json,
    path: (file) => path.resolve(typedIn ?? process.cwd(), file),
    note: (line) => console.error(line),
    write: (text) => write(json ? process.stderr : process.stdout, text),
    signal: controller.signal,
  }
}

async function report({ view, text }: Outcome, json: boolean): Promise<void> {
  if (json) await write(process.stdout, `${JSON.stringify(view)}\n`)
  else if (text !== undefined) await write(process.stdout, `${text}\n`)
}

async function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain')
}
