/** FormData as a plain object for zod: a name ending in `[]` is a list, any other takes its last value. Files stay files. */
export function formObject(form: FormData): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION')) continue
    if (name.endsWith('[]')) result[name.slice(0, -2)] = form.getAll(name)
    else result[name] = form.getAll(name).at(-1)
  }
  return result
}

/** What was typed, to fill the form again; of a list all that was chosen, joined by commas. Never passwords, never files. */
export function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of form) {
    if (typeof value === 'string' && !name.startsWith('$ACTION') && !/password/i.test(name))
      values[name] = name.endsWith('[]') && values[name] ? `${values[name]},${value}` : value
  }
  return values
}
