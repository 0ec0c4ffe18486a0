import { say } from '@/lib/i18n/say'
import { isCategory } from './categories'

/** What a page calls a category, in the language of whoever asks; one nobody declared goes by its id. */
export const categoryName = (id: string): string => (isCategory(id) ? say(`labels.category.${id}`) : id)

/** The same within a sentence. */
export const categoryInText = (id: string): string =>
  isCategory(id) ? say(`labels.categoryInText.${id}`) : id
