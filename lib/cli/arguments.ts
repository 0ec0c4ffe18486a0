import 'server-only'
import { parseArgs } from 'node:util'
import type { Arguments, Command, Options, Spec, Values } from '@/lib/cli/command'

/** The command line makes no sense; the message says which part. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Throws a {@link UsageError} for an unknown option, a missing or a surplus argument. */
export function readArguments<O extends Options>(spec: Spec<O>, argv: string[]): Arguments<O> {
  const { positionals, values } = parse(spec, argv)
  requirePositionals(spec.positionals, positionals)
  if (!hasRequired<O>(spec, values)) throw new UsageError(`--${firstMissing(spec, values)} is missing.`)
  const at = (name: string) => {
    const value = positionals[spec.positionals.indexOf(name)]
    if (value === undefined) throw new Error(`the command has no argument "${name}"`)
    return value
  }
  return { at, positionals, values }
}

function parse<O extends Options>(spec: Spec<O>, args: string[]) {
  try {
    return parseArgs<{ args: string[]; options: O; strict: true; allowPositionals: true }>({
      args,
      options: spec.options,
      strict: true,
      allowPositionals: true,
    })
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')))
      throw error
    const sentence = error.message.split('. ')[0] ?? error.message
    throw new UsageError(sentence.endsWith('.') ? sentence : `${sentence}.`)
  }
}

function requirePositionals(names: readonly string[], given: readonly string[]): void {
  const missing = names.filter((name, i) => !name.startsWith('[') && i >= given.length)
  if (missing.length > 0)
    throw new UsageError(`${missing.map((name) => `<${name}>`).join(' and ')} is missing.`)
  if (!names.at(-1)?.endsWith('...') && given.length > names.length) {
    throw new UsageError(`"${given[names.length]}" is one argument too many.`)
  }
}

function hasRequired<O extends Options>(spec: Spec<O>, values: object): values is Values<O> {
  return firstMissing(spec, values) === undefined
}

function firstMissing<O extends Options>(spec: Spec<O>, values: object): string | undefined {
  return Object.keys(spec.options).find((name) => spec.options[name]?.required && !(name in values))
}

/** `winnow import <slug> <file...> [--revision NAME] [--json]` */
export function usageLine(command: Omit<Command, 'parse'>): string {
  const positionals = command.positionals.map((name) => (name.startsWith('[') ? name : `<${name}>`))
  const options = Object.entries(command.options).map(([name, option]) => {
    const text = option.type === 'boolean' ? `--${name}` : `--${name} ${option.value ?? 'VALUE'}`
    return option.required ? text : `[${text}]${option.multiple ? '...' : ''}`
  })
  return ['winnow', command.name, ...positionals, ...options, '[--json]'].join(' ')
}
