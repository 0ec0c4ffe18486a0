import 'server-only'
import type { ParseArgsConfig, parseArgs } from 'node:util'
import { readArguments } from '@/lib/cli/arguments'

export type OptionSpec = NonNullable<ParseArgsConfig['options']>[string] & {
  help: string
  /** Word for the value in the usage line, e.g. `DIR`. */
  value?: string
  required?: true
}
export type Options = Readonly<Record<string, OptionSpec>>

export type Spec<O extends Options> = {
  name: string
  /** One line, imperative, without a full stop. */
  summary: string
  /** Names of the positional arguments in order; `[x]` may be left out, a last `x...` takes one or more. */
  positionals: readonly string[]
  options: O
  /** False for what must run without any database (`verify`, `apply`). */
  database: boolean
  run: (context: Context, args: Arguments<O>) => Promise<Outcome>
}

export type Arguments<O extends Options> = {
  /** The value of a positional that must be there, by its name. */
  at: (name: string) => string
  /** All positionals, for `[x]` and `x...`. */
  positionals: readonly string[]
  values: Values<O>
}

type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O; strict: true; allowPositionals: true }>
>
export type Values<O extends Options> = Parsed<O>['values'] & {
  [K in keyof O as O[K] extends { required: true } ? K : never]: string
}

export type Context = {
  /** Nothing but the result reaches stdout then; `write` goes to stderr. */
  json: boolean
  /** Resolves a path against the folder where the command was typed. */
  path: (file: string) => string
  /** Progress and remarks for people: a line on stderr. */
  note: (line: string) => void
  /** Data: stdout, waiting for a slow reader. */
  write: (text: string) => Promise<void>
  /** Aborted by Ctrl-C and SIGTERM. */
  signal: AbortSignal
}

/** What a command hands back; main.ts prints `view` as one JSON object with --json, else `text`. */
export type Outcome = {
  view: object
  /** Left out when the command has written its lines itself. */
  text?: string
  /** 0 done, 1 refused or invalid, 2 could not run. An AppError thrown by a verb becomes 1 (`unavailable`: 2). */
  exit?: 0 | 1 | 2
}

/** A command whose options main.ts need not know: parsing first (it may refuse), then opening things, then running. */
export type Command = Omit<Spec<Options>, 'run'> & {
  parse: (argv: string[]) => (context: Context) => Promise<Outcome>
}

export function defineCommand<const O extends Options>(spec: Spec<O>): Command {
  return {
    ...spec,
    parse: (argv) => {
      const args = readArguments(spec, argv)
      return (context) => spec.run(context, args)
    },
  }
}
