/** What a release of a dataset tells about a row that is not in it, or not as it was. */
export function disclosureSentence(level: 'full' | 'rows' | 'kept-only'): string {
  switch (level) {
    case 'full':
      return 'Releases list each excluded row with its action and, where it harms nobody, its reason.'
    case 'rows':
      return 'Releases list which rows are excluded or redacted, without reasons.'
    case 'kept-only':
      return 'Releases list only what they keep.'
  }
}

const REASONS: Record<string, string> = {
  bad_json: 'not valid JSON',
  not_object: 'JSON, but not an object',
  duplicate_field: 'a content field occurs twice',
  missing_text: 'no text',
  not_text: 'a content field holds a list or an object',
  wrong_column_count: 'another number of columns than the header',
  bad_quotes: 'an unclosed quote',
  invalid_utf8: 'bytes that are not UTF-8',
  too_large: 'over the size limit of a row',
}

/** A quarantine reason in words; a code without words stands for itself. */
export const quarantineReason = (code: string): string => REASONS[code] ?? code.replaceAll('_', ' ')
