/**
 * SQL, to be joined laterally: the decision that a rule `r` rests on. About a case (`case_id`), or about sources as such.
 * Columns: category, action, reason_code, policy_version_id, actor, id, entry_id, case_id.
 */
export const BASIS_OF_RULE = `lateral (
  select d.category, d.action, d.reason_code, d.policy_version_id, d.actor, d.id, d.entry_id, d.case_id
  from decision d where d.dataset_id = r.dataset_id and d.id = r.decision_id
  union all
  select d.category, d.action, d.reason_code, d.policy_version_id, d.actor, d.id, d.entry_id, null
  from suppression_decision d where d.dataset_id = r.dataset_id and d.id = r.decision_id)`
