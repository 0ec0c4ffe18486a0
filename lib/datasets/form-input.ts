import { z } from 'zod'
import { registerInput } from './input'

/** "text, title" → ["text", "title"]; nothing → left out, so that the first import chooses. */
const names = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  )
  .transform((list) => (list.length > 0 ? list : undefined))
  .optional()

const optional = z
  .string()
  .trim()
  .transform((text) => text || undefined)
  .optional()

/** The registration as a form sends it: lists as comma-separated text, empty fields as empty text. */
export const registerForm = z
  .object({
    textFields: names,
    urlFields: names,
    idField: optional,
    authorField: optional,
    languageField: optional,
    mediaHashField: optional,
  })
  .loose()
  .pipe(registerInput)
