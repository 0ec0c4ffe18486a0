import 'server-only'
import type { dataset } from '@/db/schema'
import { invalid } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { chooseFields, contentFields, requireFields, type FieldPlan, type FieldWishes } from './read/fields'
import type { StagedFile } from './stage-files'

export type FieldsOfDataset = Pick<
  typeof dataset.$inferSelect,
  'textFields' | 'urlFields' | 'mediaHashField' | 'idField' | 'authorField' | 'languageField'
>

/**
 * The fields an import reads: what the dataset has fixed, else the wishes, completed from the columns of the first file.
 *
 * @param fixed whether a revision exists: its rows are known by these content fields, so others would be other items
 * @throws AppError `invalid` if the wishes contradict what is fixed, or a file lacks a content field
 */
export function planFields(
  known: FieldsOfDataset,
  fixed: boolean,
  wishes: FieldWishes,
  files: readonly StagedFile[],
): FieldPlan {
  const declared = declaredFields(known)
  if (fixed && declared) refuseOtherContent(declared, wishes)
  const own = {
    id: known.idField ?? undefined,
    author: known.authorField ?? undefined,
    language: known.languageField ?? undefined,
  }
  const plan =
    declared && (fixed || !wishesContent(wishes))
      ? {
          ...declared,
          id: wishes.id ?? declared.id,
          author: wishes.author ?? known.authorField,
          language: wishes.language ?? known.languageField,
        }
      : undefined
  const chosen = plan ?? chooseFields(files[0]?.columns ?? [], { ...own, ...wishes })
  for (const { path, format, columns } of files) {
    // Rows of a JSONL file may differ in shape: each is judged on its own, unless none of the first ones fits.
    const needed = contentFields(chosen)
    if (format.kind === 'jsonl' && needed.some((name) => columns.includes(name))) continue
    requireFields(columns, format.kind === 'jsonl' ? needed.slice(0, 1) : needed, path)
  }
  requireAuthor(chosen, fixed, files)
  return chosen
}

/** Without the declared field, people who asked to be left out by their name would come back unnoticed. */
function requireAuthor({ author }: FieldPlan, fixed: boolean, files: readonly StagedFile[]): void {
  if (!author) return
  for (const { path, format, columns } of files)
    // Not every row of a JSONL file has an author; a name that none of the first ones has is a slip of the pen.
    if (format.kind !== 'jsonl' || !fixed) requireFields(columns, [author], path)
}

function declaredFields({
  textFields,
  urlFields,
  mediaHashField,
  idField,
}: FieldsOfDataset): FieldPlan | undefined {
  if (!textFields && !urlFields) return undefined
  return { text: textFields ?? [], url: urlFields ?? [], mediaHash: mediaHashField, id: idField }
}

const wishesContent = ({ text, url, mediaHash }: FieldWishes) => Boolean(text ?? url ?? mediaHash)

function refuseOtherContent(declared: FieldPlan, wishes: FieldWishes): void {
  if (!wishesContent(wishes)) return
  const wished = contentFields({
    text: wishes.text ?? declared.text,
    url: wishes.url ?? declared.url,
    mediaHash: wishes.mediaHash ?? declared.mediaHash,
    id: null,
  })
  if (wished.join('\n') !== contentFields(declared).join('\n'))
    throw invalid(say('importing.fields.fixed', { fields: contentFields(declared).join(', ') }))
}
