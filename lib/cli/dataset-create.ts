import 'server-only'
import { transact } from '@/db/client'
import { system } from '@/lib/auth/load-actor'
import { defineCommand } from '@/lib/cli/command'
import { parseInput } from '@/lib/cli/parse-input'
import { registerInput } from '@/lib/datasets/input'
import { registerDataset } from '@/lib/datasets/register'

export const command = defineCommand({
  name: 'dataset create',
  summary: 'Register a dataset',
  positionals: ['slug'],
  options: {
    name: { type: 'string', value: 'NAME', required: true, help: 'Name as people read it' },
    licence: {
      type: 'string',
      value: 'LICENCE',
      required: true,
      help: 'SPDX expression, like CC-BY-4.0, or free text',
    },
    homepage: { type: 'string', value: 'URL', help: 'Where the dataset is described' },
    description: { type: 'string', value: 'TEXT', help: 'What it is, in a sentence or two' },
    'text-field': {
      type: 'string',
      multiple: true,
      value: 'FIELD',
      help: 'Content field with text; repeat for several',
    },
    'url-field': {
      type: 'string',
      multiple: true,
      value: 'FIELD',
      help: 'Content field with an address (image datasets)',
    },
    'media-hash-field': {
      type: 'string',
      value: 'FIELD',
      help: 'Content field with the hash of a picture or sound',
    },
    territory: {
      type: 'string',
      multiple: true,
      value: 'PROFILE',
      help: 'Gets releases of its own, beside those for the world; repeat for several',
    },
    'id-field': { type: 'string', value: 'FIELD', help: 'Field with the id of a row at its source' },
    'author-field': {
      type: 'string',
      value: 'FIELD',
      help: 'Field with the author of a row, kept so that people can opt out by name',
    },
    'language-field': {
      type: 'string',
      value: 'FIELD',
      help: 'Field with the language of a row; without it, it is told from the text',
    },
  },
  database: true,
  run: async (_context, { at, values }) => {
    const input = parseInput(registerInput, {
      slug: at('slug'),
      name: values.name,
      licence: values.licence,
      homepage: values.homepage,
      description: values.description,
      textFields: values['text-field'],
      urlFields: values['url-field'],
      mediaHashField: values['media-hash-field'],
      idField: values['id-field'],
      authorField: values['author-field'],
      languageField: values['language-field'],
      territories: values.territory,
    })
    const view = await transact((tx) => registerDataset(tx, system('cli'), input))
    return { view, text: `${view.name} is registered as ${view.slug} (${view.licence}).` }
  },
})
