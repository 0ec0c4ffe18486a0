import 'server-only'

/**
 * Every blob that a row names, as a query of one column `digest`. What is not in it is neither backed up nor safe from the sweep
 * after an erasure: a new column with the digest of a blob belongs here.
 */
export const BLOB_REFERENCES = `
  select coalesce(stored_sha256, sha256) as digest from revision_file
  union select segment from import_chunk
  union select blob from takedown_attachment
  union select f.sha256 from release_file f where not exists (
    select from release_notice n
    where n.dataset_id = f.dataset_id and n.release_id = f.release_id and n.kind = 'removed_for_legal_reasons')`
