'use server'

import { formAction } from '@/lib/http/form-action'
import { LETTER_LIMIT, letterInput, readLetter } from '@/lib/takedowns/read-letter'

export const readLetterAction = formAction(letterInput, readLetter, { as: 'visitor', limit: LETTER_LIMIT })
