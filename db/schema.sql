CREATE TYPE case_stage AS ENUM ('review', 'adjudication', 'escalation');
CREATE TYPE case_status AS ENUM ('open', 'decided');
CREATE TYPE dataset_role AS ENUM ('reviewer', 'lead', 'maintainer');
CREATE TYPE decision_action AS ENUM ('keep', 'remove', 'redact', 'restrict', 'label');
CREATE TYPE decision_kind AS ENUM ('quorum', 'override', 'batch', 'adjudication', 'reversal');
CREATE TYPE decision_scope AS ENUM ('content', 'occurrence', 'source');
CREATE TYPE disclosure_level AS ENUM ('full', 'rows', 'kept-only');
CREATE TYPE file_state AS ENUM ('staged', 'importing', 'complete');
CREATE TYPE flag_source AS ENUM ('detector', 'import', 'report', 'takedown');
CREATE TYPE golden_outcome AS ENUM ('answered', 'skipped', 'escalated', 'released', 'expired');
CREATE TYPE golden_state AS ENUM ('fine', 'warned', 'held');
CREATE TYPE lease_outcome AS ENUM ('voted', 'released', 'skipped', 'escalated', 'expired', 'resolved');
CREATE TYPE queue_audience AS ENUM ('reviewer', 'lead');
CREATE TYPE release_notice_kind AS ENUM ('withdrawn', 'superseded_for_legal_reasons', 'removed_for_legal_reasons');
CREATE TYPE release_state AS ENUM ('staged', 'published');
CREATE TYPE revision_state AS ENUM ('importing', 'complete', 'failed');
CREATE TYPE seat_kind AS ENUM ('reviewer', 'skipped', 'flagged', 'barred');
CREATE TYPE site_role AS ENUM ('admin', 'safety_officer', 'auditor');
CREATE TYPE source_format AS ENUM ('jsonl', 'jsonl.gz', 'csv', 'csv.gz', 'tsv', 'tsv.gz', 'parquet');
CREATE TYPE suppression_kind AS ENUM ('digest', 'source_id', 'url', 'domain', 'prefix', 'author', 'host');
CREATE TYPE takedown_kind AS ENUM ('copyright', 'privacy', 'illegal_content', 'opt_out', 'other', 'counter_notice', 'licence', 'publicity', 'court_order', 'retraction', 'complaint');
CREATE TYPE takedown_status AS ENUM ('email_unverified', 'received', 'under_review', 'no_match', 'actioned', 'partially_actioned', 'no_action', 'withdrawn', 'expired', 'needs_info', 'needs_identity', 'owner_notified', 'on_hold', 'rejected', 'duplicate', 'countered', 'restored', 'kept_down', 'retracted', 'closed', 'answered');
CREATE TYPE takedown_target_kind AS ENUM ('link', 'row', 'digest', 'quote', 'source_id', 'url', 'domain', 'prefix', 'author', 'host', 'near');

CREATE TABLE appeal (
  dataset_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  decision_id uuid NOT NULL,
  round integer NOT NULL,
  actor text NOT NULL,
  grounds bytea NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT appeal_dataset_id_case_id_review_case_dataset_id_id_fk FOREIGN KEY (dataset_id, case_id) REFERENCES review_case(dataset_id, id),
  CONSTRAINT appeal_dataset_id_decision_id_decision_dataset_id_id_fk FOREIGN KEY (dataset_id, decision_id) REFERENCES decision(dataset_id, id),
  CONSTRAINT appeal_dataset_id_id_pk PRIMARY KEY (dataset_id, id)
);
CREATE UNIQUE INDEX appeal_once ON public.appeal USING btree (dataset_id, decision_id);

CREATE TABLE audit_draw (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  dataset_id uuid,
  k integer NOT NULL,
  from_index bigint NOT NULL,
  to_index bigint NOT NULL,
  witness text,
  announced_by text NOT NULL,
  entry_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT audit_draw_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT audit_draw_k CHECK ((k > 0)),
  CONSTRAINT audit_draw_pkey PRIMARY KEY (id),
  CONSTRAINT audit_draw_range CHECK (((from_index >= 0) AND (from_index < to_index)))
);
CREATE INDEX audit_draw_age ON public.audit_draw USING btree (created_at);
CREATE UNIQUE INDEX audit_draw_entry ON public.audit_draw USING btree (entry_id);

CREATE TABLE audit_drawn (
  draw_id uuid NOT NULL,
  index bigint NOT NULL,
  CONSTRAINT audit_drawn_draw_id_audit_draw_id_fk FOREIGN KEY (draw_id) REFERENCES audit_draw(id),
  CONSTRAINT audit_drawn_draw_id_index_pk PRIMARY KEY (draw_id, index)
);

CREATE TABLE audit_seed (
  draw_id uuid NOT NULL,
  checkpoint text NOT NULL,
  size bigint NOT NULL,
  seed bytea NOT NULL,
  among bigint NOT NULL,
  entry_id uuid NOT NULL,
  due_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT audit_seed_draw_id_audit_draw_id_fk FOREIGN KEY (draw_id) REFERENCES audit_draw(id),
  CONSTRAINT audit_seed_length CHECK ((octet_length(seed) = 32)),
  CONSTRAINT audit_seed_pkey PRIMARY KEY (draw_id)
);

CREATE TABLE audit_view (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  draw_id uuid NOT NULL,
  index bigint NOT NULL,
  person_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT audit_view_draw_id_audit_draw_id_fk FOREIGN KEY (draw_id) REFERENCES audit_draw(id),
  CONSTRAINT audit_view_person_id_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT audit_view_pkey PRIMARY KEY (id)
);
CREATE INDEX audit_view_of ON public.audit_view USING btree (draw_id, index, person_id);

CREATE TABLE author_measure (
  dataset_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  author_hmac bytea,
  measure text NOT NULL,
  decided_by uuid NOT NULL,
  strikes integer NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT author_measure_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT author_measure_dataset_id_id_pk PRIMARY KEY (dataset_id, id),
  CONSTRAINT author_measure_decided_by_person_id_fk FOREIGN KEY (decided_by) REFERENCES person(id),
  CONSTRAINT author_measure_hmac CHECK ((octet_length(author_hmac) = 32))
);
CREATE INDEX author_measure_author ON public.author_measure USING btree (dataset_id, author_hmac, created_at);

CREATE TABLE author_strike (
  dataset_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  author_hmac bytea,
  request_id uuid NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT author_strike_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT author_strike_dataset_id_id_pk PRIMARY KEY (dataset_id, id),
  CONSTRAINT author_strike_hmac CHECK ((octet_length(author_hmac) = 32)),
  CONSTRAINT author_strike_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id)
);
CREATE INDEX author_strike_author ON public.author_strike USING btree (dataset_id, author_hmac);
CREATE UNIQUE INDEX author_strike_once ON public.author_strike USING btree (dataset_id, request_id, author_hmac);

CREATE TABLE authority_report (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  request_id uuid NOT NULL,
  sealed bytea NOT NULL,
  reported_on text NOT NULL,
  by uuid NOT NULL,
  entry_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT authority_report_by_person_id_fk FOREIGN KEY (by) REFERENCES person(id),
  CONSTRAINT authority_report_day CHECK ((reported_on ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'::text)),
  CONSTRAINT authority_report_pkey PRIMARY KEY (id),
  CONSTRAINT authority_report_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id)
);
CREATE INDEX authority_report_request ON public.authority_report USING btree (request_id);

CREATE TABLE bulk (
  dataset_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL,
  state text NOT NULL DEFAULT 'draft'::text,
  selection jsonb NOT NULL,
  action decision_action,
  reason_code text,
  policy_version_id uuid,
  label text,
  undoes uuid,
  threshold real,
  evidence jsonb,
  total integer NOT NULL,
  beyond integer NOT NULL DEFAULT 0,
  decided integer NOT NULL DEFAULT 0,
  skipped integer NOT NULL DEFAULT 0,
  prepared_by uuid NOT NULL,
  started_by uuid,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  stopped text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  territories text[],
  CONSTRAINT bulk_counts CHECK (((decided >= 0) AND (skipped >= 0) AND ((decided + skipped) <= total))),
  CONSTRAINT bulk_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT bulk_dataset_id_id_pk PRIMARY KEY (dataset_id, id),
  CONSTRAINT bulk_dataset_id_undoes_bulk_dataset_id_id_fk FOREIGN KEY (dataset_id, undoes) REFERENCES bulk(dataset_id, id),
  CONSTRAINT bulk_sampled_first CHECK (((threshold IS NULL) OR (started_by IS NULL) OR ((evidence IS NOT NULL) AND (((evidence ->> 'low'::text))::real >= threshold)))),
  CONSTRAINT bulk_started CHECK (((state = ANY (ARRAY['draft'::text, 'discarded'::text])) = (started_by IS NULL))),
  CONSTRAINT bulk_verdict CHECK ((((kind = 'decide'::text) = ((action IS NOT NULL) AND (reason_code IS NOT NULL) AND (policy_version_id IS NOT NULL))) AND ((kind = 'undo'::text) = (undoes IS NOT NULL))))
);
CREATE INDEX bulk_by_age ON public.bulk USING btree (dataset_id, created_at DESC NULLS LAST);

CREATE TABLE bulk_item (
  dataset_id uuid NOT NULL,
  bulk_id uuid NOT NULL,
  n integer NOT NULL,
  case_id uuid NOT NULL,
  round integer NOT NULL,
  seen text NOT NULL,
  before uuid,
  state text NOT NULL,
  why text,
  detail text,
  decision_id uuid,
  at timestamp with time zone,
  CONSTRAINT bulk_item_dataset_id_bulk_id_bulk_dataset_id_id_fk FOREIGN KEY (dataset_id, bulk_id) REFERENCES bulk(dataset_id, id),
  CONSTRAINT bulk_item_dataset_id_bulk_id_n_pk PRIMARY KEY (dataset_id, bulk_id, n),
  CONSTRAINT bulk_item_dataset_id_decision_id_decision_dataset_id_id_fk FOREIGN KEY (dataset_id, decision_id) REFERENCES decision(dataset_id, id),
  CONSTRAINT bulk_item_decided CHECK (((state = 'decided'::text) = (decision_id IS NOT NULL))),
  CONSTRAINT bulk_item_skipped CHECK (((state = 'skipped'::text) = (why IS NOT NULL)))
);
CREATE INDEX bulk_item_waiting ON public.bulk_item USING btree (dataset_id, bulk_id, n) WHERE (state = 'waiting'::text);
CREATE UNIQUE INDEX bulk_item_once ON public.bulk_item USING btree (dataset_id, bulk_id, case_id);

CREATE TABLE case_export (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL,
  datasets uuid[] NOT NULL,
  query text NOT NULL,
  format text NOT NULL,
  cases bigint,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT case_export_person_id_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT case_export_pkey PRIMARY KEY (id)
);
CREATE INDEX case_export_age ON public.case_export USING btree (created_at DESC NULLS LAST);

CREATE TABLE case_kind (
  dataset_id uuid NOT NULL,
  id uuid NOT NULL,
  restricted boolean NOT NULL,
  category text NOT NULL,
  severity smallint NOT NULL,
  language text NOT NULL,
  detectors text[] NOT NULL,
  types text[] NOT NULL,
  queue_id uuid
);
CREATE INDEX case_kind_id ON public.case_kind USING btree (dataset_id, id);

CREATE TABLE case_note (
  dataset_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  round integer NOT NULL,
  person_id uuid NOT NULL,
  kind text NOT NULL,
  reason text NOT NULL,
  note bytea,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT case_note_dataset_id_case_id_review_case_dataset_id_id_fk FOREIGN KEY (dataset_id, case_id) REFERENCES review_case(dataset_id, id),
  CONSTRAINT case_note_dataset_id_id_pk PRIMARY KEY (dataset_id, id)
);
CREATE INDEX case_note_case ON public.case_note USING btree (dataset_id, case_id);
CREATE INDEX case_note_person ON public.case_note USING btree (person_id, created_at);

CREATE TABLE case_presence (
  dataset_id uuid NOT NULL,
  case_id uuid NOT NULL,
  person_id uuid NOT NULL,
  seen_at timestamp with time zone NOT NULL,
  CONSTRAINT case_presence_dataset_id_case_id_person_id_pk PRIMARY KEY (dataset_id, case_id, person_id),
  CONSTRAINT case_presence_dataset_id_case_id_review_case_dataset_id_id_fk FOREIGN KEY (dataset_id, case_id) REFERENCES review_case(dataset_id, id),
  CONSTRAINT case_presence_person_id_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id)
);

CREATE TABLE case_search (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  dataset_id uuid NOT NULL,
  person_id uuid NOT NULL,
  query bytea NOT NULL,
  case_ids uuid[] NOT NULL,
  looked integer NOT NULL,
  total integer NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT case_search_counts CHECK (((looked >= 0) AND (looked <= total))),
  CONSTRAINT case_search_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT case_search_person_id_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT case_search_pkey PRIMARY KEY (id)
);
CREATE INDEX case_search_dataset ON public.case_search USING btree (dataset_id, created_at DESC NULLS LAST);
CREATE INDEX case_search_person ON public.case_search USING btree (person_id, created_at);

CREATE TABLE case_seat (
  dataset_id uuid NOT NULL,
  case_id uuid NOT NULL,
  round integer NOT NULL,
  person_id uuid NOT NULL,
  kind seat_kind NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT case_seat_dataset_id_case_id_review_case_dataset_id_id_fk FOREIGN KEY (dataset_id, case_id) REFERENCES review_case(dataset_id, id),
  CONSTRAINT case_seat_dataset_id_case_id_round_person_id_pk PRIMARY KEY (dataset_id, case_id, round, person_id),
  CONSTRAINT case_seat_kind UNIQUE (dataset_id, case_id, round, person_id, kind)
);

CREATE TABLE case_tally (
  dataset_id uuid NOT NULL,
  kind_id uuid NOT NULL,
  status case_status NOT NULL,
  cases integer NOT NULL
);
CREATE INDEX case_tally_kind ON public.case_tally USING btree (dataset_id, kind_id, status);

CREATE TABLE category (
  id text NOT NULL,
  label text NOT NULL,
  restricted integer NOT NULL DEFAULT 0,
  sensitive integer NOT NULL DEFAULT 0,
  severity smallint NOT NULL DEFAULT 2,
  CONSTRAINT category_pkey PRIMARY KEY (id)
);

CREATE TABLE complaint (
  request_id uuid NOT NULL,
  dataset_id uuid NOT NULL,
  case_ids uuid[] NOT NULL,
  shown_by text,
  heard_by uuid,
  heard_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  kept_out jsonb NOT NULL DEFAULT '[]'::jsonb,
  digests text[] NOT NULL DEFAULT '{}'::text[],
  CONSTRAINT complaint_heard CHECK ((((heard_by IS NULL) = (heard_at IS NULL)) AND ((heard_by IS NULL) = (shown_by IS NULL)))),
  CONSTRAINT complaint_heard_by_person_id_fk FOREIGN KEY (heard_by) REFERENCES person(id),
  CONSTRAINT complaint_pkey PRIMARY KEY (request_id),
  CONSTRAINT complaint_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id)
);
CREATE INDEX complaint_cases ON public.complaint USING gin (case_ids);

CREATE TABLE copy_confirmation (
  dataset_id uuid NOT NULL,
  holder_id uuid NOT NULL,
  release_id uuid NOT NULL,
  receipt bytea,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT copy_confirmation_dataset_id_holder_id_release_id_pk PRIMARY KEY (dataset_id, holder_id, release_id),
  CONSTRAINT copy_confirmation_dataset_id_release_id_release_dataset_id_id_f FOREIGN KEY (dataset_id, release_id) REFERENCES release(dataset_id, id),
  CONSTRAINT copy_confirmation_holder_id_copy_holder_id_fk FOREIGN KEY (holder_id) REFERENCES copy_holder(id),
  CONSTRAINT copy_confirmation_receipt CHECK (((receipt IS NULL) OR (octet_length(receipt) = 32)))
);
CREATE INDEX copy_confirmation_release ON public.copy_confirmation USING btree (dataset_id, release_id);

CREATE TABLE copy_holder (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  state text NOT NULL,
  sealed bytea,
  confirm_hash bytea,
  page_hash bytea,
  expires_at timestamp with time zone NOT NULL,
  confirmed_at timestamp with time zone,
  retain_until timestamp with time zone NOT NULL,
  letters_since timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  ended_at timestamp with time zone,
  CONSTRAINT copy_holder_confirmed CHECK (((state <> 'active'::text) OR (confirmed_at IS NOT NULL))),
  CONSTRAINT copy_holder_ended CHECK (((state = 'ended'::text) = (ended_at IS NOT NULL))),
  CONSTRAINT copy_holder_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX copy_holder_confirm ON public.copy_holder USING btree (confirm_hash);
CREATE UNIQUE INDEX copy_holder_page ON public.copy_holder USING btree (page_hash);

CREATE TABLE copy_holding (
  dataset_id uuid NOT NULL,
  holder_id uuid NOT NULL,
  version text,
  told_until timestamp with time zone NOT NULL DEFAULT now(),
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  approval_id uuid,
  CONSTRAINT copy_holding_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT copy_holding_dataset_id_holder_id_approval_id_copy_vetting_data FOREIGN KEY (dataset_id, holder_id, approval_id) REFERENCES copy_vetting(dataset_id, holder_id, id),
  CONSTRAINT copy_holding_dataset_id_holder_id_pk PRIMARY KEY (dataset_id, holder_id),
  CONSTRAINT copy_holding_holder_id_copy_holder_id_fk FOREIGN KEY (holder_id) REFERENCES copy_holder(id)
);
CREATE INDEX copy_holding_holder ON public.copy_holding USING btree (holder_id);

CREATE TABLE copy_vetting (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  dataset_id uuid NOT NULL,
  holder_id uuid NOT NULL,
  change text NOT NULL,
  actor text NOT NULL,
  reason bytea NOT NULL,
  entry_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT copy_vetting_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT copy_vetting_holder_id_copy_holder_id_fk FOREIGN KEY (holder_id) REFERENCES copy_holder(id),
  CONSTRAINT copy_vetting_of UNIQUE (dataset_id, holder_id, id),
  CONSTRAINT copy_vetting_pkey PRIMARY KEY (id)
);
CREATE INDEX copy_vetting_holder ON public.copy_vetting USING btree (dataset_id, holder_id, created_at DESC NULLS LAST);

CREATE TABLE counter_notice (
  request_id uuid NOT NULL,
  of_request_id uuid NOT NULL,
  state text NOT NULL DEFAULT 'filed'::text,
  case_ids uuid[] NOT NULL,
  strangers integer NOT NULL DEFAULT 0,
  received_at timestamp with time zone NOT NULL,
  filer_id uuid,
  identified_as text,
  checked_by uuid,
  checked_at timestamp with time zone,
  approved_by uuid,
  approved_at timestamp with time zone,
  earliest_at timestamp with time zone,
  latest_at timestamp with time zone,
  ended_at timestamp with time zone,
  rule_ids uuid[] NOT NULL DEFAULT '{}'::uuid[],
  CONSTRAINT counter_notice_approved_by_person_id_fk FOREIGN KEY (approved_by) REFERENCES person(id),
  CONSTRAINT counter_notice_cases CHECK (((cardinality(case_ids) + cardinality(rule_ids)) > 0)),
  CONSTRAINT counter_notice_checked_by_person_id_fk FOREIGN KEY (checked_by) REFERENCES person(id),
  CONSTRAINT counter_notice_filer_id_person_id_fk FOREIGN KEY (filer_id) REFERENCES person(id),
  CONSTRAINT counter_notice_of_request_id_takedown_request_id_fk FOREIGN KEY (of_request_id) REFERENCES takedown_request(id),
  CONSTRAINT counter_notice_pkey PRIMARY KEY (request_id),
  CONSTRAINT counter_notice_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id),
  CONSTRAINT counter_notice_two_people CHECK (((approved_by <> checked_by) AND COALESCE((filer_id <> checked_by), true) AND COALESCE((filer_id <> approved_by), true))),
  CONSTRAINT counter_notice_valid CHECK (((state <> ALL (ARRAY['valid'::text, 'restored'::text, 'kept_down'::text])) OR ((approved_by IS NOT NULL) AND (checked_by IS NOT NULL) AND (identified_as IS NOT NULL) AND (earliest_at IS NOT NULL) AND (latest_at IS NOT NULL))))
);
CREATE INDEX counter_notice_due ON public.counter_notice USING btree (earliest_at) WHERE (state = 'valid'::text);
CREATE INDEX counter_notice_of ON public.counter_notice USING btree (of_request_id);

CREATE TABLE court_filing (
  request_id uuid NOT NULL,
  sealed bytea NOT NULL,
  filed_on date NOT NULL,
  recorded_by uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  counter_id uuid NOT NULL,
  CONSTRAINT court_filing_counter_id_counter_notice_request_id_fk FOREIGN KEY (counter_id) REFERENCES counter_notice(request_id),
  CONSTRAINT court_filing_pkey PRIMARY KEY (counter_id),
  CONSTRAINT court_filing_recorded_by_person_id_fk FOREIGN KEY (recorded_by) REFERENCES person(id),
  CONSTRAINT court_filing_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id)
);

CREATE TABLE dataset (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  slug text NOT NULL,
  name text NOT NULL,
  licence text NOT NULL,
  homepage text,
  description text NOT NULL DEFAULT ''::text,
  id_field text,
  text_fields text[],
  url_fields text[],
  media_hash_field text,
  digest_scheme smallint NOT NULL DEFAULT 1,
  disclosure disclosure_level NOT NULL DEFAULT 'rows'::disclosure_level,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  territories text[] NOT NULL DEFAULT '{}'::text[],
  author_field text,
  language_field text,
  CONSTRAINT dataset_pkey PRIMARY KEY (id),
  CONSTRAINT dataset_slug_form CHECK ((slug ~ '^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$'::text))
);
CREATE UNIQUE INDEX dataset_slug ON public.dataset USING btree (slug);

CREATE TABLE dataset_host (
  dataset_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  kind text NOT NULL,
  address text NOT NULL,
  added_by text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  ended_at timestamp with time zone,
  ended_by text,
  CONSTRAINT dataset_host_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT dataset_host_dataset_id_id_pk PRIMARY KEY (dataset_id, id),
  CONSTRAINT dataset_host_ended CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
);
CREATE UNIQUE INDEX dataset_host_once ON public.dataset_host USING btree (dataset_id, address) WHERE (ended_at IS NULL);

CREATE TABLE dataset_promise (
  dataset_id uuid NOT NULL,
  number integer NOT NULL,
  acknowledge_days integer NOT NULL,
  decide_days integer NOT NULL,
  changed_by uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  owner_days integer NOT NULL DEFAULT 1,
  CONSTRAINT dataset_promise_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT dataset_promise_dataset_id_number_pk PRIMARY KEY (dataset_id, number),
  CONSTRAINT dataset_promise_owner_days CHECK (((owner_days >= 0) AND (owner_days <= 5)))
);

CREATE TABLE decision (
  dataset_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  digest bytea NOT NULL,
  category text NOT NULL,
  kind decision_kind NOT NULL,
  scope decision_scope NOT NULL DEFAULT 'content'::decision_scope,
  target jsonb,
  action decision_action NOT NULL,
  reason_code text NOT NULL,
  policy_version_id uuid NOT NULL,
  spans jsonb NOT NULL,
  label text,
  seen jsonb NOT NULL,
  note bytea,
  review_ids jsonb NOT NULL,
  batch_id uuid,
  supersedes uuid,
  actor text NOT NULL,
  entry_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  territories text[],
  round integer NOT NULL,
  decider_id uuid,
  seat seat_kind NOT NULL DEFAULT 'reviewer'::seat_kind,
  judged jsonb NOT NULL DEFAULT '[]'::jsonb,
  CONSTRAINT decision_by_a_seat FOREIGN KEY (dataset_id, case_id, round, decider_id, seat) REFERENCES case_seat(dataset_id, case_id, round, person_id, kind),
  CONSTRAINT decision_dataset_id_case_id_review_case_dataset_id_id_fk FOREIGN KEY (dataset_id, case_id) REFERENCES review_case(dataset_id, id),
  CONSTRAINT decision_dataset_id_id_pk PRIMARY KEY (dataset_id, id),
  CONSTRAINT decision_dataset_id_supersedes_decision_dataset_id_id_fk FOREIGN KEY (dataset_id, supersedes) REFERENCES decision(dataset_id, id),
  CONSTRAINT decision_policy_version_id_policy_version_id_fk FOREIGN KEY (policy_version_id) REFERENCES policy_version(id),
  CONSTRAINT decision_redact_has_spans CHECK (((action = 'redact'::decision_action) = (jsonb_array_length(spans) > 0))),
  CONSTRAINT decision_seat CHECK ((seat = 'reviewer'::seat_kind)),
  CONSTRAINT decision_target CHECK (((scope = 'content'::decision_scope) = (target IS NULL)))
);
CREATE INDEX decision_by_batch ON public.decision USING btree (dataset_id, batch_id) WHERE (batch_id IS NOT NULL);
CREATE INDEX decision_by_time ON public.decision USING btree (dataset_id, created_at DESC NULLS LAST);
CREATE INDEX decision_case ON public.decision USING btree (dataset_id, case_id);
CREATE INDEX decision_item ON public.decision USING btree (dataset_id, digest);
CREATE INDEX decision_of_sources ON public.decision USING btree (dataset_id, case_id) WHERE (scope = 'source'::decision_scope);
CREATE INDEX decision_rules ON public.decision USING gin (((target -> 'ruleIds'::text))) WHERE (scope = 'source'::decision_scope);
CREATE UNIQUE INDEX decision_superseded_once ON public.decision USING btree (dataset_id, supersedes) WHERE (supersedes IS NOT NULL);

CREATE TABLE decision_batch (
  dataset_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  actor text NOT NULL,
  action decision_action NOT NULL,
  reason_code text NOT NULL,
  decided integer NOT NULL,
  skipped integer NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT decision_batch_dataset_id_id_pk PRIMARY KEY (dataset_id, id)
);

CREATE TABLE detector_watch (
  dataset_id uuid NOT NULL,
  detector text NOT NULL,
  version text NOT NULL,
  state text NOT NULL,
  revision_id uuid,
  rows_seen bigint NOT NULL DEFAULT 0,
  rows_hit bigint NOT NULL DEFAULT 0,
  paused_at timestamp with time zone,
  allowed real,
  settled_by uuid,
  settled_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT detector_watch_counts CHECK (((0 <= rows_hit) AND (rows_hit <= rows_seen))),
  CONSTRAINT detector_watch_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT detector_watch_dataset_id_detector_version_pk PRIMARY KEY (dataset_id, detector, version)
);

CREATE TABLE detector_weight (
  dataset_id uuid NOT NULL,
  detector text NOT NULL,
  type text NOT NULL,
  judged integer NOT NULL,
  upheld integer NOT NULL,
  weight real NOT NULL,
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT detector_weight_counts CHECK (((0 <= upheld) AND (upheld <= judged))),
  CONSTRAINT detector_weight_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT detector_weight_dataset_id_detector_type_pk PRIMARY KEY (dataset_id, detector, type),
  CONSTRAINT detector_weight_range CHECK (((weight > (0)::double precision) AND (weight <= (1)::double precision)))
);

CREATE TABLE dsa_statement (
  dataset_id uuid NOT NULL,
  decision_id uuid NOT NULL,
  puid text NOT NULL,
  schema_version text NOT NULL,
  record jsonb NOT NULL,
  actor text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT dsa_statement_dataset_id_decision_id_decision_dataset_id_id_fk FOREIGN KEY (dataset_id, decision_id) REFERENCES decision(dataset_id, id),
  CONSTRAINT dsa_statement_dataset_id_decision_id_pk PRIMARY KEY (dataset_id, decision_id),
  CONSTRAINT dsa_statement_puid_form CHECK (((puid ~ '^[a-zA-Z0-9_-]+$'::text) AND (length(puid) <= 500)))
);
CREATE INDEX dsa_statement_puid ON public.dsa_statement USING btree (dataset_id, puid);

CREATE TABLE due_release (
  dataset_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  profile text NOT NULL,
  kind text NOT NULL,
  due_on date NOT NULL,
  reason text NOT NULL DEFAULT ''::text,
  release_id uuid,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT due_release_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT due_release_dataset_id_id_pk PRIMARY KEY (dataset_id, id),
  CONSTRAINT due_release_dataset_id_release_id_release_dataset_id_id_fk FOREIGN KEY (dataset_id, release_id) REFERENCES release(dataset_id, id),
  CONSTRAINT due_release_of CHECK (((kind = ANY (ARRAY['staged'::text, 'made'::text])) = (release_id IS NOT NULL))),
  CONSTRAINT due_release_refused CHECK (((kind = 'refused'::text) = (reason <> ''::text)))
);
CREATE UNIQUE INDEX due_release_made ON public.due_release USING btree (dataset_id, release_id, kind) WHERE (release_id IS NOT NULL);
CREATE UNIQUE INDEX due_release_once ON public.due_release USING btree (dataset_id, profile, kind, due_on, reason) WHERE (kind = ANY (ARRAY['announced'::text, 'refused'::text]));

CREATE TABLE due_release_setting (
  dataset_id uuid NOT NULL,
  margin_days smallint NOT NULL DEFAULT 2,
  CONSTRAINT due_release_margin CHECK (((margin_days >= 0) AND (margin_days <= 14))),
  CONSTRAINT due_release_setting_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT due_release_setting_pkey PRIMARY KEY (dataset_id)
);

CREATE TABLE erasure (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  dataset_id uuid NOT NULL,
  digest bytea,
  request_id uuid,
  basis text NOT NULL,
  actor text NOT NULL,
  restricted integer NOT NULL DEFAULT 0,
  state text NOT NULL,
  counts jsonb NOT NULL,
  doomed text[] NOT NULL DEFAULT '{}'::text[],
  entry_id uuid,
  error text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  finished_at timestamp with time zone,
  CONSTRAINT erasure_about_one CHECK ((num_nonnulls(digest, request_id) = 1)),
  CONSTRAINT erasure_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT erasure_done_is_finished CHECK (((state = 'done'::text) = (finished_at IS NOT NULL))),
  CONSTRAINT erasure_pkey PRIMARY KEY (id)
);
CREATE INDEX erasure_age ON public.erasure USING btree (created_at DESC NULLS LAST);
CREATE INDEX erasure_item ON public.erasure USING btree (dataset_id, digest);
CREATE UNIQUE INDEX erasure_item_unfinished ON public.erasure USING btree (dataset_id, digest) WHERE ((digest IS NOT NULL) AND (state <> 'done'::text));
CREATE UNIQUE INDEX erasure_request_once ON public.erasure USING btree (request_id) WHERE (request_id IS NOT NULL);

CREATE TABLE exposure (
  person_id uuid NOT NULL,
  day date NOT NULL,
  category text NOT NULL,
  items integer NOT NULL,
  run integer NOT NULL,
  last_at timestamp with time zone NOT NULL,
  own_run integer NOT NULL DEFAULT 0,
  CONSTRAINT exposure_category_category_id_fk FOREIGN KEY (category) REFERENCES category(id),
  CONSTRAINT exposure_person_id_day_category_pk PRIMARY KEY (person_id, day, category),
  CONSTRAINT exposure_person_id_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id)
);

CREATE TABLE flag (
  dataset_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  digest bytea NOT NULL,
  category text NOT NULL,
  source flag_source NOT NULL,
  detector text NOT NULL,
  detector_version text NOT NULL DEFAULT ''::text,
  type text NOT NULL,
  score real NOT NULL,
  severity smallint NOT NULL,
  spans jsonb NOT NULL,
  revision_id uuid,
  takedown_id uuid,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT flag_category_category_id_fk FOREIGN KEY (category) REFERENCES category(id),
  CONSTRAINT flag_dataset_id_digest_item_dataset_id_digest_fk FOREIGN KEY (dataset_id, digest) REFERENCES item(dataset_id, digest),
  CONSTRAINT flag_dataset_id_id_pk PRIMARY KEY (dataset_id, id),
  CONSTRAINT flag_score CHECK (((score >= (0)::double precision) AND (score <= (1)::double precision))),
  CONSTRAINT flag_severity CHECK (((severity >= 1) AND (severity <= 4)))
);
CREATE INDEX flag_item ON public.flag USING btree (dataset_id, digest, category);
CREATE UNIQUE INDEX flag_once ON public.flag USING btree (dataset_id, digest, source, detector, category, type);
ALTER TABLE flag SET (autovacuum_vacuum_scale_factor=0.01);

CREATE TABLE fulfilment (
  dataset_id uuid NOT NULL,
  request_id uuid NOT NULL,
  profile text NOT NULL,
  release_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT fulfilment_dataset_id_release_id_release_dataset_id_id_fk FOREIGN KEY (dataset_id, release_id) REFERENCES release(dataset_id, id),
  CONSTRAINT fulfilment_dataset_id_request_id_profile_release_id_pk PRIMARY KEY (dataset_id, request_id, profile, release_id),
  CONSTRAINT fulfilment_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id)
);
CREATE INDEX fulfilment_release ON public.fulfilment USING btree (dataset_id, release_id);

CREATE TABLE golden_item (
  dataset_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  decision_id uuid NOT NULL,
  policy_version_id uuid NOT NULL,
  actions decision_action[] NOT NULL,
  reasons text[] NOT NULL,
  spans jsonb,
  least_overlap real NOT NULL DEFAULT 0.5,
  rationale bytea NOT NULL,
  nominated_by uuid NOT NULL,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  retired_by uuid,
  retired_at timestamp with time zone,
  retired_note bytea,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT golden_item_actions CHECK ((cardinality(actions) > 0)),
  CONSTRAINT golden_item_confirmed CHECK (((confirmed_by IS NULL) = (confirmed_at IS NULL))),
  CONSTRAINT golden_item_confirmed_by_person_id_fk FOREIGN KEY (confirmed_by) REFERENCES person(id),
  CONSTRAINT golden_item_dataset_id_case_id_review_case_dataset_id_id_fk FOREIGN KEY (dataset_id, case_id) REFERENCES review_case(dataset_id, id),
  CONSTRAINT golden_item_dataset_id_decision_id_decision_dataset_id_id_fk FOREIGN KEY (dataset_id, decision_id) REFERENCES decision(dataset_id, id),
  CONSTRAINT golden_item_dataset_id_id_pk PRIMARY KEY (dataset_id, id),
  CONSTRAINT golden_item_nominated_by_person_id_fk FOREIGN KEY (nominated_by) REFERENCES person(id),
  CONSTRAINT golden_item_overlap CHECK (((least_overlap > (0)::double precision) AND (least_overlap <= (1)::double precision))),
  CONSTRAINT golden_item_policy_version_id_policy_version_id_fk FOREIGN KEY (policy_version_id) REFERENCES policy_version(id),
  CONSTRAINT golden_item_retired CHECK (((retired_by IS NULL) = (retired_at IS NULL))),
  CONSTRAINT golden_item_retired_by_person_id_fk FOREIGN KEY (retired_by) REFERENCES person(id),
  CONSTRAINT golden_item_second CHECK ((confirmed_by <> nominated_by))
);
CREATE UNIQUE INDEX golden_item_case ON public.golden_item USING btree (dataset_id, case_id) WHERE (retired_at IS NULL);

CREATE TABLE golden_serving (
  dataset_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  golden_id uuid NOT NULL,
  person_id uuid NOT NULL,
  behind_case_id uuid NOT NULL,
  queue_id uuid NOT NULL,
  opened_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  outcome golden_outcome,
  action decision_action,
  reason_code text,
  spans jsonb,
  handling_ms integer,
  passed boolean,
  overlap real,
  objection bytea,
  told_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT golden_serving_answer CHECK (((COALESCE((outcome = 'answered'::golden_outcome), false) = (passed IS NOT NULL)) AND ((passed IS NULL) = (action IS NULL)))),
  CONSTRAINT golden_serving_dataset_id_golden_id_golden_item_dataset_id_id_f FOREIGN KEY (dataset_id, golden_id) REFERENCES golden_item(dataset_id, id),
  CONSTRAINT golden_serving_dataset_id_id_pk PRIMARY KEY (dataset_id, id),
  CONSTRAINT golden_serving_ended CHECK (((ended_at IS NULL) = (outcome IS NULL))),
  CONSTRAINT golden_serving_person_id_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX golden_serving_answers ON public.golden_serving USING btree (dataset_id, person_id, ended_at DESC NULLS LAST) WHERE (outcome = 'answered'::golden_outcome);
CREATE INDEX golden_serving_item ON public.golden_serving USING btree (dataset_id, golden_id);
CREATE UNIQUE INDEX golden_serving_one ON public.golden_serving USING btree (dataset_id, person_id) WHERE (ended_at IS NULL);

CREATE TABLE golden_settings (
  dataset_id uuid NOT NULL,
  every integer NOT NULL DEFAULT 20,
  warn_below real NOT NULL DEFAULT 0.8,
  hold_below real NOT NULL DEFAULT 0.6,
  second_lead boolean NOT NULL DEFAULT false,
  CONSTRAINT golden_settings_bounds CHECK ((((0)::double precision <= hold_below) AND (hold_below <= warn_below) AND (warn_below <= (1)::double precision))),
  CONSTRAINT golden_settings_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT golden_settings_every CHECK (((every >= 0) AND (every <= 1000))),
  CONSTRAINT golden_settings_pkey PRIMARY KEY (dataset_id)
);

CREATE TABLE golden_standing (
  dataset_id uuid NOT NULL,
  person_id uuid NOT NULL,
  judged integer NOT NULL,
  passed integer NOT NULL,
  state golden_state NOT NULL,
  changed_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT golden_standing_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT golden_standing_dataset_id_person_id_pk PRIMARY KEY (dataset_id, person_id),
  CONSTRAINT golden_standing_person_id_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id)
);

CREATE TABLE held_flag (
  dataset_id uuid NOT NULL,
  digest bytea NOT NULL,
  detector text NOT NULL,
  version text NOT NULL,
  category text NOT NULL,
  type text NOT NULL,
  score real NOT NULL,
  severity smallint NOT NULL,
  spans jsonb NOT NULL,
  revision_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT held_flag_category_category_id_fk FOREIGN KEY (category) REFERENCES category(id),
  CONSTRAINT held_flag_dataset_id_detector_version_digest_category_type_pk PRIMARY KEY (dataset_id, detector, version, digest, category, type),
  CONSTRAINT held_flag_dataset_id_digest_item_dataset_id_digest_fk FOREIGN KEY (dataset_id, digest) REFERENCES item(dataset_id, digest)
);
CREATE INDEX held_flag_item ON public.held_flag USING btree (dataset_id, digest);

CREATE TABLE held_vote (
  dataset_id uuid NOT NULL,
  case_id uuid NOT NULL,
  round integer NOT NULL,
  reviewer_id uuid NOT NULL,
  sealed bytea NOT NULL,
  casts_at timestamp with time zone NOT NULL,
  refused text,
  kind text NOT NULL DEFAULT 'vote'::text,
  CONSTRAINT held_vote_dataset_id_case_id_review_case_dataset_id_id_fk FOREIGN KEY (dataset_id, case_id) REFERENCES review_case(dataset_id, id),
  CONSTRAINT held_vote_dataset_id_case_id_round_reviewer_id_pk PRIMARY KEY (dataset_id, case_id, round, reviewer_id)
);
CREATE INDEX held_vote_reviewer ON public.held_vote USING btree (reviewer_id);

CREATE TABLE host_check (
  dataset_id uuid NOT NULL,
  host_id uuid NOT NULL,
  item text NOT NULL,
  release_id uuid NOT NULL,
  done_on date NOT NULL,
  actor text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT host_check_dataset_id_host_id_dataset_host_dataset_id_id_fk FOREIGN KEY (dataset_id, host_id) REFERENCES dataset_host(dataset_id, id),
  CONSTRAINT host_check_dataset_id_host_id_item_release_id_pk PRIMARY KEY (dataset_id, host_id, item, release_id),
  CONSTRAINT host_check_dataset_id_release_id_release_dataset_id_id_fk FOREIGN KEY (dataset_id, release_id) REFERENCES release(dataset_id, id)
);

CREATE TABLE identity (
  issuer text NOT NULL,
  subject text NOT NULL,
  person_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT identity_issuer_subject_pk PRIMARY KEY (issuer, subject),
  CONSTRAINT identity_person_id_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX identity_person ON public.identity USING btree (person_id);

CREATE TABLE import_chunk (
  dataset_id uuid NOT NULL,
  revision_id uuid NOT NULL,
  ordinal integer NOT NULL,
  chunk integer NOT NULL,
  first_row bigint NOT NULL,
  rows_read bigint NOT NULL,
  rows_good bigint NOT NULL,
  rows_bad bigint NOT NULL,
  rows_unscanned bigint NOT NULL,
  rows_flagged bigint NOT NULL,
  next_offset bigint,
  next_line bigint,
  segment bytea NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT import_chunk_accounts_for_every_row CHECK (((rows_good + rows_bad) = rows_read)),
  CONSTRAINT import_chunk_dataset_id_revision_id_ordinal_chunk_pk PRIMARY KEY (dataset_id, revision_id, ordinal, chunk),
  CONSTRAINT import_chunk_dataset_id_revision_id_ordinal_revision_file_datas FOREIGN KEY (dataset_id, revision_id, ordinal) REFERENCES revision_file(dataset_id, revision_id, ordinal)
);

CREATE TABLE import_run (
  dataset_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  revision_id uuid,
  state text NOT NULL DEFAULT 'queued'::text,
  request bytea NOT NULL,
  bytes_total bigint NOT NULL DEFAULT 0,
  bytes_done bigint NOT NULL DEFAULT 0,
  rows_done bigint NOT NULL DEFAULT 0,
  error text,
  started_by uuid,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT import_run_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT import_run_dataset_id_id_pk PRIMARY KEY (dataset_id, id)
);

CREATE TABLE item (
  dataset_id uuid NOT NULL,
  digest bytea NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  language text DEFAULT 'und'::text,
  CONSTRAINT item_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT item_dataset_id_digest_pk PRIMARY KEY (dataset_id, digest),
  CONSTRAINT item_digest_length CHECK ((octet_length(digest) = 32))
);
CREATE INDEX item_without_language ON public.item USING btree (dataset_id, digest) WHERE (language IS NULL);

CREATE TABLE item_content (
  dataset_id uuid NOT NULL,
  digest bytea NOT NULL,
  body bytea NOT NULL,
  key_id uuid,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT item_content_dataset_id_digest_item_dataset_id_digest_fk FOREIGN KEY (dataset_id, digest) REFERENCES item(dataset_id, digest),
  CONSTRAINT item_content_dataset_id_digest_pk PRIMARY KEY (dataset_id, digest)
);

CREATE TABLE keyboard_preference (
  person_id uuid NOT NULL,
  enabled boolean NOT NULL DEFAULT true,
  keys jsonb NOT NULL DEFAULT '{}'::jsonb,
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT keyboard_preference_person_id_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT keyboard_preference_pkey PRIMARY KEY (person_id)
);

CREATE TABLE lease (
  dataset_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  round integer NOT NULL,
  slot smallint NOT NULL,
  reviewer_id uuid NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  for_lead boolean NOT NULL DEFAULT false,
  outcome lease_outcome,
  CONSTRAINT lease_dataset_id_case_id_review_case_dataset_id_id_fk FOREIGN KEY (dataset_id, case_id) REFERENCES review_case(dataset_id, id),
  CONSTRAINT lease_dataset_id_id_pk PRIMARY KEY (dataset_id, id),
  CONSTRAINT lease_ended CHECK (((ended_at IS NULL) = (outcome IS NULL)))
);
CREATE INDEX lease_due ON public.lease USING btree (dataset_id, expires_at) WHERE (ended_at IS NULL);
CREATE INDEX lease_let_go ON public.lease USING btree (dataset_id, case_id, reviewer_id) WHERE (outcome = ANY (ARRAY['expired'::lease_outcome, 'released'::lease_outcome, 'skipped'::lease_outcome, 'escalated'::lease_outcome, 'resolved'::lease_outcome]));
CREATE INDEX lease_live ON public.lease USING btree (reviewer_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX lease_reviewer ON public.lease USING btree (dataset_id, case_id, round, reviewer_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX lease_slot ON public.lease USING btree (dataset_id, case_id, round, slot) WHERE ((ended_at IS NULL) OR (outcome = 'voted'::lease_outcome));

CREATE TABLE log_checkpoint (
  size bigint NOT NULL,
  root bytea NOT NULL,
  note text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT log_checkpoint_pkey PRIMARY KEY (size)
);
CREATE INDEX log_checkpoint_age ON public.log_checkpoint USING btree (created_at);

CREATE TABLE log_cosignature (
  size bigint NOT NULL,
  witness text NOT NULL,
  line text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT log_cosignature_size_log_checkpoint_size_fk FOREIGN KEY (size) REFERENCES log_checkpoint(size),
  CONSTRAINT log_cosignature_size_witness_pk PRIMARY KEY (size, witness)
);
CREATE INDEX log_cosignature_witness ON public.log_cosignature USING btree (witness, size DESC NULLS LAST);

CREATE TABLE log_entry (
  idx bigint NOT NULL,
  entry_id uuid NOT NULL,
  body bytea NOT NULL,
  leaf bytea NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT log_entry_body_size CHECK (((octet_length(body) >= 1) AND (octet_length(body) <= 65535))),
  CONSTRAINT log_entry_leaf_length CHECK ((octet_length(leaf) = 32)),
  CONSTRAINT log_entry_pkey PRIMARY KEY (idx)
);
CREATE INDEX log_entry_dataset ON public.log_entry USING btree ("substring"(encode(body, 'escape'::text), '"dataset":"([a-z0-9-]+)"'::text), idx);
CREATE INDEX log_entry_type ON public.log_entry USING btree ("substring"(encode(body, 'escape'::text), '"t":"([a-z_]+)"'::text), idx);
CREATE UNIQUE INDEX log_entry_id ON public.log_entry USING btree (entry_id);

CREATE TABLE log_head (
  one integer NOT NULL DEFAULT 1,
  origin text NOT NULL,
  size bigint NOT NULL,
  root bytea NOT NULL,
  edge bytea NOT NULL,
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT log_head_edge CHECK (((octet_length(edge) % 32) = 0)),
  CONSTRAINT log_head_one_row CHECK ((one = 1)),
  CONSTRAINT log_head_pkey PRIMARY KEY (one)
);

CREATE TABLE log_opening (
  entry_id uuid NOT NULL,
  field text NOT NULL,
  key_id uuid,
  sealed bytea NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT log_opening_entry_id_field_pk PRIMARY KEY (entry_id, field)
);
CREATE INDEX log_opening_key ON public.log_opening USING btree (key_id) WHERE (key_id IS NOT NULL);

CREATE TABLE log_pending (
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  entry_id uuid NOT NULL,
  body bytea NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT log_pending_body_size CHECK (((octet_length(body) >= 1) AND (octet_length(body) <= 65535))),
  CONSTRAINT log_pending_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX log_pending_entry ON public.log_pending USING btree (entry_id);

CREATE TABLE log_tile (
  level integer NOT NULL,
  n bigint NOT NULL,
  hashes bytea NOT NULL,
  root bytea NOT NULL,
  CONSTRAINT log_tile_level_n_pk PRIMARY KEY (level, n),
  CONSTRAINT log_tile_width CHECK (((octet_length(hashes) = 8192) AND (octet_length(root) = 32)))
);

CREATE TABLE log_witness (
  witness text NOT NULL,
  name text NOT NULL,
  size bigint NOT NULL,
  answered_at timestamp with time zone,
  failing_since timestamp with time zone,
  problem text,
  CONSTRAINT log_witness_pkey PRIMARY KEY (witness)
);

CREATE TABLE lookup_search (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL,
  sealed bytea NOT NULL,
  token_hash bytea NOT NULL,
  state text NOT NULL DEFAULT 'sent'::text,
  cursor jsonb,
  found jsonb,
  expires_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  last_look text,
  CONSTRAINT lookup_search_pkey PRIMARY KEY (id)
);
CREATE INDEX lookup_search_expires ON public.lookup_search USING btree (expires_at);
CREATE UNIQUE INDEX lookup_search_token ON public.lookup_search USING btree (token_hash);

CREATE TABLE mail_message (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  template text NOT NULL,
  sealed bytea NOT NULL,
  state text NOT NULL DEFAULT 'queued'::text,
  attempts integer NOT NULL DEFAULT 0,
  last_error text,
  request_id uuid,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  sent_at timestamp with time zone,
  application_id uuid,
  holder_id uuid,
  search_id uuid,
  CONSTRAINT mail_message_pkey PRIMARY KEY (id)
);
CREATE INDEX mail_message_search ON public.mail_message USING btree (search_id) WHERE (search_id IS NOT NULL);
CREATE INDEX mail_message_state ON public.mail_message USING btree (state, created_at DESC NULLS LAST);

CREATE TABLE membership (
  dataset_id uuid NOT NULL,
  person_id uuid NOT NULL,
  role dataset_role NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT membership_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT membership_dataset_id_person_id_role_pk PRIMARY KEY (dataset_id, person_id, role),
  CONSTRAINT membership_person_id_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX membership_person ON public.membership USING btree (person_id);

CREATE TABLE near_duplicate (
  dataset_id uuid NOT NULL,
  digest bytea NOT NULL,
  kind text NOT NULL,
  keys bigint[] NOT NULL,
  CONSTRAINT near_duplicate_digest_dataset_id_pk PRIMARY KEY (digest, dataset_id),
  CONSTRAINT near_duplicate_has_content FOREIGN KEY (dataset_id, digest) REFERENCES item_content(dataset_id, digest) ON DELETE CASCADE,
  CONSTRAINT near_duplicate_kind CHECK (((((kind = 'bands'::text) AND (cardinality(keys) = 14)) OR ((kind = 'words'::text) AND (cardinality(keys) = 1))) OR ((kind = 'nothing'::text) AND (cardinality(keys) = 0))))
);
CREATE INDEX near_duplicate_keys ON public.near_duplicate USING gin (keys) WITH (fastupdate='false');
ALTER TABLE near_duplicate SET (autovacuum_vacuum_scale_factor=0);
ALTER TABLE near_duplicate SET (autovacuum_vacuum_threshold=0);

CREATE TABLE occurrence (
  dataset_id uuid NOT NULL,
  revision_id uuid NOT NULL,
  ordinal integer NOT NULL,
  "row" bigint NOT NULL,
  digest bytea NOT NULL,
  source_id text,
  url text,
  "offset" bigint,
  length bigint,
  CONSTRAINT occurrence_dataset_id_digest_item_dataset_id_digest_fk FOREIGN KEY (dataset_id, digest) REFERENCES item(dataset_id, digest),
  CONSTRAINT occurrence_dataset_id_revision_id_ordinal_revision_file_dataset FOREIGN KEY (dataset_id, revision_id, ordinal) REFERENCES revision_file(dataset_id, revision_id, ordinal),
  CONSTRAINT occurrence_dataset_id_revision_id_ordinal_row_pk PRIMARY KEY (dataset_id, revision_id, ordinal, "row")
);
CREATE INDEX occurrence_digest ON public.occurrence USING btree (dataset_id, digest);

CREATE TABLE pending_feed (
  dataset_id uuid NOT NULL,
  profile text NOT NULL,
  audience text NOT NULL,
  serial integer NOT NULL,
  release_id uuid NOT NULL,
  rows bigint NOT NULL,
  whole bytea NOT NULL,
  change bytea NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT pending_feed_dataset_id_profile_audience_serial_pk PRIMARY KEY (dataset_id, profile, audience, serial),
  CONSTRAINT pending_feed_dataset_id_release_id_release_dataset_id_id_fk FOREIGN KEY (dataset_id, release_id) REFERENCES release(dataset_id, id)
);

CREATE TABLE person (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  email text NOT NULL,
  name text NOT NULL,
  pseudonym text NOT NULL,
  password_hash text,
  session_version integer NOT NULL DEFAULT 1,
  disabled_at timestamp with time zone,
  demo integer NOT NULL DEFAULT 0,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  verified_at timestamp with time zone DEFAULT now(),
  CONSTRAINT person_email_lower CHECK ((email = lower(email))),
  CONSTRAINT person_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX person_email ON public.person USING btree (email);
CREATE UNIQUE INDEX person_pseudonym ON public.person USING btree (pseudonym);

CREATE TABLE policy_version (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  dataset_id uuid,
  number integer NOT NULL,
  text text NOT NULL,
  digest bytea NOT NULL,
  created_by text NOT NULL,
  entry_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT policy_version_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT policy_version_pkey PRIMARY KEY (id)
);
CREATE INDEX policy_version_dataset ON public.policy_version USING btree (dataset_id);
CREATE UNIQUE INDEX policy_version_number ON public.policy_version USING btree (dataset_id, number);

CREATE TABLE quarantine (
  dataset_id uuid NOT NULL,
  revision_id uuid NOT NULL,
  ordinal integer NOT NULL,
  "row" bigint NOT NULL,
  kind text NOT NULL,
  line bigint,
  reason text NOT NULL,
  detail text NOT NULL DEFAULT ''::text,
  CONSTRAINT quarantine_dataset_id_revision_id_ordinal_revision_file_dataset FOREIGN KEY (dataset_id, revision_id, ordinal) REFERENCES revision_file(dataset_id, revision_id, ordinal),
  CONSTRAINT quarantine_dataset_id_revision_id_ordinal_row_kind_pk PRIMARY KEY (dataset_id, revision_id, ordinal, "row", kind)
);

CREATE TABLE queue_arrival (
  dataset_id uuid NOT NULL,
  queue_id uuid NOT NULL,
  at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  priority integer NOT NULL,
  case_id uuid NOT NULL
);
CREATE INDEX queue_arrival_queue ON public.queue_arrival USING btree (dataset_id, queue_id, at DESC NULLS LAST);

CREATE TABLE queue_change (
  dataset_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  change text NOT NULL,
  queue_id uuid,
  name text,
  before jsonb NOT NULL,
  after jsonb NOT NULL,
  actor text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT queue_change_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT queue_change_dataset_id_id_pk PRIMARY KEY (dataset_id, id),
  CONSTRAINT queue_change_dataset_id_queue_id_review_queue_dataset_id_id_fk FOREIGN KEY (dataset_id, queue_id) REFERENCES review_queue(dataset_id, id)
);
CREATE INDEX queue_change_age ON public.queue_change USING btree (dataset_id, created_at DESC NULLS LAST);

CREATE TABLE queue_position (
  dataset_id uuid NOT NULL,
  queue_id uuid NOT NULL,
  person_id uuid NOT NULL,
  priority integer NOT NULL,
  case_id uuid NOT NULL,
  categories text[] NOT NULL,
  at timestamp with time zone NOT NULL,
  languages text[],
  empty_at timestamp with time zone,
  CONSTRAINT queue_position_dataset_id_queue_id_person_id_pk PRIMARY KEY (dataset_id, queue_id, person_id)
);

CREATE TABLE rate_limit (
  key bytea NOT NULL,
  window_start timestamp with time zone NOT NULL,
  count bigint NOT NULL DEFAULT 0,
  CONSTRAINT rate_limit_key_window_start_pk PRIMARY KEY (key, window_start)
);
CREATE INDEX rate_limit_window ON public.rate_limit USING btree (window_start);

CREATE TABLE reason_code (
  policy_version_id uuid NOT NULL,
  code text NOT NULL,
  category text NOT NULL,
  label text NOT NULL,
  guidance text NOT NULL DEFAULT ''::text,
  actions jsonb NOT NULL,
  ordinal integer NOT NULL,
  CONSTRAINT reason_code_category_category_id_fk FOREIGN KEY (category) REFERENCES category(id),
  CONSTRAINT reason_code_policy_version_id_code_pk PRIMARY KEY (policy_version_id, code),
  CONSTRAINT reason_code_policy_version_id_policy_version_id_fk FOREIGN KEY (policy_version_id) REFERENCES policy_version(id)
);

CREATE TABLE recusal (
  person_id uuid NOT NULL,
  dataset_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT recusal_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT recusal_person_id_dataset_id_pk PRIMARY KEY (person_id, dataset_id),
  CONSTRAINT recusal_person_id_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id)
);

CREATE TABLE register_entry (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  request_id uuid NOT NULL,
  dataset_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT register_entry_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT register_entry_pkey PRIMARY KEY (id),
  CONSTRAINT register_entry_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id)
);
CREATE UNIQUE INDEX register_entry_request ON public.register_entry USING btree (request_id);

CREATE TABLE register_fact (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  register_id uuid NOT NULL,
  type text NOT NULL,
  actor text NOT NULL,
  proposed_by text,
  four_eyes boolean NOT NULL DEFAULT false,
  notice jsonb,
  publish_from timestamp with time zone,
  reason text,
  entry_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT register_fact_embargo CHECK (((type = 'released'::text) = (publish_from IS NOT NULL))),
  CONSTRAINT register_fact_four_eyes CHECK (((NOT four_eyes) OR (proposed_by <> actor))),
  CONSTRAINT register_fact_notice CHECK (((type = ANY (ARRAY['proposed'::text, 'released'::text])) = (notice IS NOT NULL))),
  CONSTRAINT register_fact_pkey PRIMARY KEY (id),
  CONSTRAINT register_fact_proposer CHECK (((type = 'released'::text) = (proposed_by IS NOT NULL))),
  CONSTRAINT register_fact_reason CHECK (((type = 'rescinded'::text) = (reason IS NOT NULL))),
  CONSTRAINT register_fact_register_id_register_entry_id_fk FOREIGN KEY (register_id) REFERENCES register_entry(id)
);
CREATE INDEX register_fact_entry ON public.register_fact USING btree (register_id, created_at DESC NULLS LAST);
CREATE INDEX register_fact_published ON public.register_fact USING btree (publish_from DESC NULLS LAST, register_id) WHERE (type = 'released'::text);

CREATE TABLE release (
  dataset_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  version text NOT NULL,
  profile text NOT NULL DEFAULT 'world'::text,
  disclosure disclosure_level NOT NULL,
  revision_id uuid NOT NULL,
  previous_id uuid,
  state release_state NOT NULL DEFAULT 'staged'::release_state,
  counts jsonb,
  digest bytea,
  manifest_digest bytea,
  entry_id uuid,
  created_by text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  published_at timestamp with time zone,
  facts jsonb,
  log_position jsonb,
  CONSTRAINT release_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT release_dataset_id_id_pk PRIMARY KEY (dataset_id, id),
  CONSTRAINT release_dataset_id_revision_id_revision_dataset_id_id_fk FOREIGN KEY (dataset_id, revision_id) REFERENCES revision(dataset_id, id),
  CONSTRAINT release_published_is_whole CHECK (((state <> 'published'::release_state) OR ((digest IS NOT NULL) AND (manifest_digest IS NOT NULL) AND (entry_id IS NOT NULL) AND (published_at IS NOT NULL))))
);
CREATE UNIQUE INDEX release_staged_once ON public.release USING btree (dataset_id, profile) WHERE (state = 'staged'::release_state);
CREATE UNIQUE INDEX release_version ON public.release USING btree (dataset_id, profile, version);

CREATE TABLE release_effect (
  dataset_id uuid NOT NULL,
  release_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  digest bytea NOT NULL,
  ordinal integer,
  "row" bigint,
  action decision_action NOT NULL,
  spans jsonb NOT NULL,
  label text,
  reasons jsonb NOT NULL,
  CONSTRAINT release_effect_dataset_id_release_id_id_pk PRIMARY KEY (dataset_id, release_id, id),
  CONSTRAINT release_effect_dataset_id_release_id_release_dataset_id_id_fk FOREIGN KEY (dataset_id, release_id) REFERENCES release(dataset_id, id)
);
CREATE INDEX release_effect_digest ON public.release_effect USING btree (dataset_id, release_id, digest);

CREATE TABLE release_file (
  dataset_id uuid NOT NULL,
  release_id uuid NOT NULL,
  path text NOT NULL,
  sha256 bytea NOT NULL,
  bytes bigint NOT NULL,
  CONSTRAINT release_file_dataset_id_release_id_path_pk PRIMARY KEY (dataset_id, release_id, path),
  CONSTRAINT release_file_dataset_id_release_id_release_dataset_id_id_fk FOREIGN KEY (dataset_id, release_id) REFERENCES release(dataset_id, id)
);

CREATE TABLE release_head (
  dataset_id uuid NOT NULL,
  profile text NOT NULL,
  release_id uuid NOT NULL,
  CONSTRAINT release_head_dataset_id_profile_pk PRIMARY KEY (dataset_id, profile),
  CONSTRAINT release_head_dataset_id_release_id_release_dataset_id_id_fk FOREIGN KEY (dataset_id, release_id) REFERENCES release(dataset_id, id)
);

CREATE TABLE release_notice (
  dataset_id uuid NOT NULL,
  release_id uuid NOT NULL,
  kind release_notice_kind NOT NULL,
  entry_id uuid NOT NULL,
  created_by text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  reason text,
  CONSTRAINT release_notice_dataset_id_release_id_kind_pk PRIMARY KEY (dataset_id, release_id, kind),
  CONSTRAINT release_notice_dataset_id_release_id_release_dataset_id_id_fk FOREIGN KEY (dataset_id, release_id) REFERENCES release(dataset_id, id)
);

CREATE TABLE release_promise (
  dataset_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  request_id uuid NOT NULL,
  profile text NOT NULL,
  due_at timestamp with time zone NOT NULL,
  version text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT release_promise_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT release_promise_dataset_id_id_pk PRIMARY KEY (dataset_id, id),
  CONSTRAINT release_promise_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id)
);
CREATE INDEX release_promise_due ON public.release_promise USING btree (dataset_id, profile, due_at);
CREATE INDEX release_promise_request ON public.release_promise USING btree (request_id);

CREATE TABLE release_rule (
  dataset_id uuid NOT NULL,
  release_id uuid NOT NULL,
  rule_id uuid NOT NULL,
  CONSTRAINT release_rule_dataset_id_release_id_release_dataset_id_id_fk FOREIGN KEY (dataset_id, release_id) REFERENCES release(dataset_id, id),
  CONSTRAINT release_rule_dataset_id_release_id_rule_id_pk PRIMARY KEY (dataset_id, release_id, rule_id),
  CONSTRAINT release_rule_rule_id_suppression_rule_id_fk FOREIGN KEY (rule_id) REFERENCES suppression_rule(id)
);

CREATE TABLE report_in_sight (
  dataset_id uuid NOT NULL,
  case_id uuid NOT NULL,
  round integer NOT NULL,
  person_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  hidden_at timestamp with time zone,
  hidden_by uuid,
  CONSTRAINT report_in_sight_dataset_id_case_id_review_case_dataset_id_id_fk FOREIGN KEY (dataset_id, case_id) REFERENCES review_case(dataset_id, id),
  CONSTRAINT report_in_sight_dataset_id_case_id_round_pk PRIMARY KEY (dataset_id, case_id, round),
  CONSTRAINT report_in_sight_hidden CHECK (((hidden_by IS NULL) OR (hidden_at IS NOT NULL))),
  CONSTRAINT report_in_sight_hidden_by_person_id_fk FOREIGN KEY (hidden_by) REFERENCES person(id),
  CONSTRAINT report_in_sight_person_id_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX report_in_sight_waiting ON public.report_in_sight USING btree (person_id, created_at) WHERE (hidden_at IS NULL);

CREATE TABLE report_limit (
  number integer NOT NULL,
  hidden_per_day integer NOT NULL,
  actor text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT report_limit_pkey PRIMARY KEY (number),
  CONSTRAINT report_limit_range CHECK (((hidden_per_day >= 1) AND (hidden_per_day <= 1000)))
);

CREATE TABLE retracted_match (
  dataset_id uuid NOT NULL,
  request_id uuid NOT NULL,
  target_id uuid NOT NULL,
  digest bytea NOT NULL,
  retraction_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT retracted_match_dataset_id_request_id_target_id_digest_pk PRIMARY KEY (dataset_id, request_id, target_id, digest),
  CONSTRAINT retracted_match_of_a_match FOREIGN KEY (dataset_id, request_id, target_id, digest) REFERENCES takedown_match(dataset_id, request_id, target_id, digest),
  CONSTRAINT retracted_match_retraction_id_takedown_retraction_id_fk FOREIGN KEY (retraction_id) REFERENCES takedown_retraction(id)
);

CREATE TABLE reveal (
  dataset_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  person_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT reveal_dataset_id_case_id_review_case_dataset_id_id_fk FOREIGN KEY (dataset_id, case_id) REFERENCES review_case(dataset_id, id),
  CONSTRAINT reveal_dataset_id_id_pk PRIMARY KEY (dataset_id, id)
);
CREATE INDEX reveal_person ON public.reveal USING btree (person_id, created_at);

CREATE TABLE review (
  dataset_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  round integer NOT NULL,
  reviewer_id uuid NOT NULL,
  action decision_action NOT NULL,
  reason_code text NOT NULL,
  policy_version_id uuid NOT NULL,
  spans jsonb NOT NULL,
  note bytea,
  handling_ms integer,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  label text,
  counts boolean NOT NULL DEFAULT true,
  by_lead boolean NOT NULL DEFAULT false,
  seat seat_kind NOT NULL DEFAULT 'reviewer'::seat_kind,
  judged jsonb NOT NULL DEFAULT '[]'::jsonb,
  held_ms integer,
  seen jsonb,
  CONSTRAINT review_dataset_id_case_id_review_case_dataset_id_id_fk FOREIGN KEY (dataset_id, case_id) REFERENCES review_case(dataset_id, id),
  CONSTRAINT review_dataset_id_id_pk PRIMARY KEY (dataset_id, id),
  CONSTRAINT review_has_a_seat FOREIGN KEY (dataset_id, case_id, round, reviewer_id, seat) REFERENCES case_seat(dataset_id, case_id, round, person_id, kind),
  CONSTRAINT review_policy_version_id_policy_version_id_fk FOREIGN KEY (policy_version_id) REFERENCES policy_version(id),
  CONSTRAINT review_seat CHECK ((seat = 'reviewer'::seat_kind))
);
CREATE INDEX review_by_person ON public.review USING btree (reviewer_id, created_at);
CREATE INDEX review_by_time ON public.review USING btree (dataset_id, created_at DESC NULLS LAST);
CREATE UNIQUE INDEX review_once ON public.review USING btree (dataset_id, case_id, round, reviewer_id);

CREATE TABLE review_case (
  dataset_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  digest bytea NOT NULL,
  category text NOT NULL,
  restricted boolean NOT NULL DEFAULT false,
  status case_status NOT NULL DEFAULT 'open'::case_status,
  round integer NOT NULL DEFAULT 1,
  quorum smallint NOT NULL DEFAULT 1,
  severity smallint NOT NULL,
  score real NOT NULL,
  flag_count integer NOT NULL DEFAULT 0,
  detectors text[] NOT NULL,
  types text[] NOT NULL,
  takedowns integer NOT NULL DEFAULT 0,
  due_at timestamp with time zone,
  opened_at timestamp with time zone NOT NULL DEFAULT now(),
  decided_at timestamp with time zone,
  decision_id uuid,
  queue_id uuid,
  slots smallint NOT NULL DEFAULT 1,
  lead_needed boolean NOT NULL DEFAULT false,
  stage case_stage NOT NULL DEFAULT 'review'::case_stage,
  appealed boolean NOT NULL DEFAULT false,
  taken smallint NOT NULL DEFAULT 0,
  reserved smallint NOT NULL DEFAULT 0,
  claimable boolean NOT NULL GENERATED ALWAYS AS (((status = 'open'::case_status) AND (NOT restricted) AND (taken < slots))) STORED,
  sources text[] NOT NULL DEFAULT '{}'::text[],
  blind boolean NOT NULL DEFAULT true,
  actions text[],
  points integer NOT NULL DEFAULT 0,
  priority integer NOT NULL GENERATED ALWAYS AS ((points - (round((LEAST(EXTRACT(epoch FROM (opened_at - '2026-01-01 00:00:00+00'::timestamp with time zone)),
CASE
    WHEN (takedowns > 0) THEN EXTRACT(epoch FROM (due_at - '2026-01-31 00:00:00+00'::timestamp with time zone))
    ELSE NULL::numeric
END) / (864)::numeric)))::integer)) STORED,
  language text NOT NULL DEFAULT 'und'::text,
  kind_id uuid NOT NULL,
  CONSTRAINT review_case_category_category_id_fk FOREIGN KEY (category) REFERENCES category(id),
  CONSTRAINT review_case_dataset_id_digest_item_dataset_id_digest_fk FOREIGN KEY (dataset_id, digest) REFERENCES item(dataset_id, digest),
  CONSTRAINT review_case_dataset_id_id_pk PRIMARY KEY (dataset_id, id),
  CONSTRAINT review_case_decided CHECK (((status = 'decided'::case_status) = (decided_at IS NOT NULL))),
  CONSTRAINT review_case_slots CHECK ((((taken >= 0) AND (taken <= slots)) AND ((reserved >= 0) AND (reserved <= slots))))
);
CREATE INDEX review_case_by_age ON public.review_case USING btree (dataset_id, status, opened_at DESC NULLS LAST, id DESC NULLS LAST);
CREATE INDEX review_case_by_due ON public.review_case USING btree (dataset_id, status, COALESCE(due_at, 'infinity'::timestamp with time zone) DESC NULLS LAST, id DESC NULLS LAST, due_at, kind_id, restricted);
CREATE INDEX review_case_by_kind ON public.review_case USING btree (dataset_id, kind_id, status, priority DESC NULLS LAST, id DESC NULLS LAST);
CREATE INDEX review_case_by_priority ON public.review_case USING btree (dataset_id, status, priority DESC NULLS LAST, id DESC NULLS LAST);
CREATE INDEX review_case_by_severity ON public.review_case USING btree (dataset_id, status, severity DESC NULLS LAST, id DESC NULLS LAST);
CREATE INDEX review_case_claim ON public.review_case USING btree (dataset_id, queue_id, priority DESC NULLS LAST, id DESC NULLS LAST) WHERE claimable;
CREATE INDEX review_case_waiting ON public.review_case USING btree (dataset_id, queue_id, opened_at) WHERE ((status = 'open'::case_status) AND (NOT restricted));
CREATE UNIQUE INDEX review_case_item_category ON public.review_case USING btree (dataset_id, digest, category);
ALTER TABLE review_case SET (autovacuum_vacuum_scale_factor=0.01);

CREATE TABLE review_queue (
  dataset_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  ordinal integer NOT NULL,
  name text NOT NULL,
  categories text[],
  min_severity smallint NOT NULL DEFAULT 1,
  max_severity smallint NOT NULL DEFAULT 4,
  detectors text[],
  sources text[],
  quorum smallint NOT NULL,
  slots smallint NOT NULL,
  lead_needed boolean NOT NULL DEFAULT false,
  blind boolean NOT NULL DEFAULT true,
  actions text[],
  due_hours integer,
  audience queue_audience NOT NULL DEFAULT 'reviewer'::queue_audience,
  retired_at timestamp with time zone,
  created_by text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  covered boolean NOT NULL DEFAULT false,
  languages text[],
  CONSTRAINT review_queue_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT review_queue_dataset_id_id_pk PRIMARY KEY (dataset_id, id),
  CONSTRAINT review_queue_due CHECK ((due_hours > 0)),
  CONSTRAINT review_queue_quorum CHECK ((((quorum >= 1) AND (quorum <= 9)) AND ((slots >= quorum) AND (slots <= 99)))),
  CONSTRAINT review_queue_severity CHECK (((1 <= min_severity) AND (min_severity <= max_severity) AND (max_severity <= 4)))
);
CREATE INDEX review_queue_order ON public.review_queue USING btree (dataset_id, ordinal);

CREATE TABLE review_settings (
  dataset_id uuid NOT NULL,
  min_account_days integer NOT NULL DEFAULT 0,
  maintainers_review boolean NOT NULL DEFAULT true,
  daily_caps jsonb NOT NULL DEFAULT '{}'::jsonb,
  volunteers boolean NOT NULL DEFAULT true,
  viewing jsonb NOT NULL DEFAULT '{}'::jsonb,
  breaks jsonb NOT NULL DEFAULT '{}'::jsonb,
  CONSTRAINT review_settings_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT review_settings_pkey PRIMARY KEY (dataset_id)
);

CREATE TABLE reviewer_preference (
  person_id uuid NOT NULL,
  categories text[] NOT NULL,
  daily_cap integer,
  break_after integer,
  break_minutes integer NOT NULL DEFAULT 10,
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  languages text[],
  viewing jsonb NOT NULL DEFAULT '{}'::jsonb,
  daily_caps jsonb NOT NULL DEFAULT '{}'::jsonb,
  breaks jsonb NOT NULL DEFAULT '{}'::jsonb,
  CONSTRAINT reviewer_preference_break CHECK (((break_after > 0) AND ((break_minutes >= 1) AND (break_minutes <= 240)))),
  CONSTRAINT reviewer_preference_cap CHECK ((daily_cap >= 0)),
  CONSTRAINT reviewer_preference_person_id_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT reviewer_preference_pkey PRIMARY KEY (person_id)
);

CREATE TABLE revision (
  dataset_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  number integer NOT NULL,
  label text,
  state revision_state NOT NULL DEFAULT 'importing'::revision_state,
  files_digest bytea NOT NULL,
  rows_read bigint NOT NULL DEFAULT 0,
  rows_good bigint NOT NULL DEFAULT 0,
  rows_bad bigint NOT NULL DEFAULT 0,
  rows_unscanned bigint NOT NULL DEFAULT 0,
  rows_flagged bigint NOT NULL DEFAULT 0,
  rows_new bigint,
  rows_gone bigint,
  decisions_carried bigint,
  error text,
  created_by uuid,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  completed_at timestamp with time zone,
  entry_id uuid,
  CONSTRAINT revision_accounts_for_every_row CHECK (((state <> 'complete'::revision_state) OR (((rows_good + rows_bad) = rows_read) AND (entry_id IS NOT NULL)))),
  CONSTRAINT revision_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT revision_dataset_id_id_pk PRIMARY KEY (dataset_id, id)
);
CREATE UNIQUE INDEX revision_files ON public.revision USING btree (dataset_id, files_digest);
CREATE UNIQUE INDEX revision_number ON public.revision USING btree (dataset_id, number);

CREATE TABLE revision_file (
  dataset_id uuid NOT NULL,
  revision_id uuid NOT NULL,
  ordinal integer NOT NULL,
  path text NOT NULL,
  format source_format NOT NULL,
  sha256 bytea NOT NULL,
  bytes bigint NOT NULL,
  state file_state NOT NULL DEFAULT 'staged'::file_state,
  rows_read bigint NOT NULL DEFAULT 0,
  rows_good bigint NOT NULL DEFAULT 0,
  rows_bad bigint NOT NULL DEFAULT 0,
  stored_sha256 bytea,
  CONSTRAINT revision_file_accounts_for_every_row CHECK (((state <> 'complete'::file_state) OR ((rows_good + rows_bad) = rows_read))),
  CONSTRAINT revision_file_dataset_id_revision_id_ordinal_pk PRIMARY KEY (dataset_id, revision_id, ordinal),
  CONSTRAINT revision_file_dataset_id_revision_id_revision_dataset_id_id_fk FOREIGN KEY (dataset_id, revision_id) REFERENCES revision(dataset_id, id)
);
CREATE UNIQUE INDEX revision_file_path ON public.revision_file USING btree (dataset_id, revision_id, path);

CREATE TABLE role_change (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  dataset_id uuid,
  person_id uuid NOT NULL,
  role text NOT NULL,
  change text NOT NULL,
  actor text NOT NULL,
  entry_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT role_change_person_id_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT role_change_pkey PRIMARY KEY (id)
);
CREATE INDEX role_change_person ON public.role_change USING btree (person_id);

CREATE TABLE rows_returned (
  dataset_id uuid NOT NULL,
  request_id uuid NOT NULL,
  revision_id uuid NOT NULL,
  rows bigint NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT rows_returned_dataset_id_request_id_revision_id_pk PRIMARY KEY (dataset_id, request_id, revision_id),
  CONSTRAINT rows_returned_dataset_id_revision_id_revision_dataset_id_id_fk FOREIGN KEY (dataset_id, revision_id) REFERENCES revision(dataset_id, id),
  CONSTRAINT rows_returned_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id)
);

CREATE TABLE safeguard (
  dataset_id uuid NOT NULL,
  band_sample integer NOT NULL DEFAULT 40,
  band_agreement real NOT NULL DEFAULT 0.85,
  throttle_share real NOT NULL DEFAULT 0.05,
  throttle_least integer NOT NULL DEFAULT 1000,
  second_rows integer NOT NULL DEFAULT 500,
  second_share real NOT NULL DEFAULT 0.001,
  throttle_first_share real NOT NULL DEFAULT 0.5,
  CONSTRAINT safeguard_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT safeguard_first_share CHECK (((throttle_first_share > (0)::double precision) AND (throttle_first_share <= (1)::double precision))),
  CONSTRAINT safeguard_pkey PRIMARY KEY (dataset_id),
  CONSTRAINT safeguard_ranges CHECK ((((band_sample >= 5) AND (band_sample <= 500)) AND ((band_agreement >= (0.5)::double precision) AND (band_agreement <= (0.99)::double precision)) AND (throttle_share > (0)::double precision) AND (throttle_share <= (1)::double precision) AND (throttle_least >= 0))),
  CONSTRAINT safeguard_second CHECK ((((second_rows >= 1) AND (second_rows <= 1000000)) AND (second_share > (0)::double precision) AND (second_share <= (1)::double precision)))
);

CREATE TABLE saved_view (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  owner_id uuid NOT NULL,
  dataset_id uuid,
  name text NOT NULL,
  query text NOT NULL,
  columns text[],
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT saved_view_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT saved_view_owner_id_person_id_fk FOREIGN KEY (owner_id) REFERENCES person(id),
  CONSTRAINT saved_view_pkey PRIMARY KEY (id),
  CONSTRAINT saved_view_size CHECK ((((length(name) >= 1) AND (length(name) <= 80)) AND (length(query) <= 2000)))
);
CREATE UNIQUE INDEX saved_view_own ON public.saved_view USING btree (owner_id, name) WHERE (dataset_id IS NULL);
CREATE UNIQUE INDEX saved_view_shared ON public.saved_view USING btree (dataset_id, name) WHERE (dataset_id IS NOT NULL);

CREATE TABLE sender (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  sealed bytea,
  token_hash bytea NOT NULL,
  kinds text[] NOT NULL,
  dataset_id uuid,
  per_hour integer NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  expires_at timestamp with time zone NOT NULL,
  revoked_by uuid,
  revoked_at timestamp with time zone,
  CONSTRAINT sender_created_by_person_id_fk FOREIGN KEY (created_by) REFERENCES person(id),
  CONSTRAINT sender_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT sender_pkey PRIMARY KEY (id),
  CONSTRAINT sender_revoked_by_person_id_fk FOREIGN KEY (revoked_by) REFERENCES person(id)
);
CREATE UNIQUE INDEX sender_token ON public.sender USING btree (token_hash);

CREATE TABLE sender_call (
  sender_id uuid NOT NULL,
  key bytea NOT NULL,
  body_hash bytea NOT NULL,
  request_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT sender_call_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id),
  CONSTRAINT sender_call_sender_id_key_pk PRIMARY KEY (sender_id, key),
  CONSTRAINT sender_call_sender_id_sender_id_fk FOREIGN KEY (sender_id) REFERENCES sender(id)
);
CREATE INDEX sender_call_request ON public.sender_call USING btree (request_id);

CREATE TABLE sender_measure (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  request_id uuid NOT NULL,
  measure text NOT NULL,
  until timestamp with time zone,
  decided_by uuid,
  answers uuid,
  grounds bytea,
  entry_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT sender_measure_answers_person_id_fk FOREIGN KEY (answers) REFERENCES person(id),
  CONSTRAINT sender_measure_decided_by_person_id_fk FOREIGN KEY (decided_by) REFERENCES person(id),
  CONSTRAINT sender_measure_decider CHECK (((measure = 'contested'::text) = (decided_by IS NULL))),
  CONSTRAINT sender_measure_grounds CHECK (((measure = 'contested'::text) = (grounds IS NOT NULL))),
  CONSTRAINT sender_measure_others CHECK (((measure <> ALL (ARRAY['upheld'::text, 'lifted'::text])) OR ((answers IS NOT NULL) AND (answers <> decided_by)))),
  CONSTRAINT sender_measure_pkey PRIMARY KEY (id),
  CONSTRAINT sender_measure_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id),
  CONSTRAINT sender_measure_until CHECK (((measure = 'suspended'::text) = (until IS NOT NULL)))
);
CREATE INDEX sender_measure_request ON public.sender_measure USING btree (request_id, created_at);

CREATE TABLE site_membership (
  person_id uuid NOT NULL,
  role site_role NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT site_membership_person_id_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT site_membership_person_id_role_pk PRIMARY KEY (person_id, role)
);

CREATE TABLE site_viewing (
  number integer NOT NULL,
  viewing jsonb NOT NULL,
  actor text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT site_viewing_pkey PRIMARY KEY (number)
);

CREATE TABLE strike_rescinded (
  dataset_id uuid NOT NULL,
  strike_id uuid NOT NULL,
  because text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT strike_rescinded_dataset_id_strike_id_author_strike_dataset_id_ FOREIGN KEY (dataset_id, strike_id) REFERENCES author_strike(dataset_id, id),
  CONSTRAINT strike_rescinded_dataset_id_strike_id_pk PRIMARY KEY (dataset_id, strike_id)
);

CREATE TABLE subject_key (
  id uuid NOT NULL,
  subject bytea NOT NULL,
  wrapped bytea NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT subject_key_lengths CHECK (((octet_length(subject) = 32) AND (octet_length(wrapped) = 60))),
  CONSTRAINT subject_key_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX subject_key_subject ON public.subject_key USING btree (subject);
ALTER TABLE subject_key SET (autovacuum_vacuum_scale_factor=0);
ALTER TABLE subject_key SET (autovacuum_vacuum_threshold=0);

CREATE TABLE suppression_asked (
  dataset_id uuid NOT NULL,
  case_id uuid NOT NULL,
  kind suppression_kind NOT NULL,
  hmac bytea NOT NULL,
  request_id uuid,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT suppression_asked_dataset_id_case_id_kind_hmac_pk PRIMARY KEY (dataset_id, case_id, kind, hmac),
  CONSTRAINT suppression_asked_dataset_id_case_id_review_case_dataset_id_id_ FOREIGN KEY (dataset_id, case_id) REFERENCES review_case(dataset_id, id),
  CONSTRAINT suppression_asked_hmac_length CHECK ((octet_length(hmac) = 32))
);
CREATE INDEX suppression_asked_source ON public.suppression_asked USING btree (dataset_id, hmac);

CREATE TABLE suppression_decision (
  dataset_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  category text NOT NULL,
  action decision_action NOT NULL,
  reason_code text NOT NULL,
  policy_version_id uuid NOT NULL,
  territories text[],
  request_id uuid,
  actor text NOT NULL,
  entry_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT suppression_decision_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT suppression_decision_dataset_id_id_pk PRIMARY KEY (dataset_id, id),
  CONSTRAINT suppression_decision_policy_version_id_policy_version_id_fk FOREIGN KEY (policy_version_id) REFERENCES policy_version(id)
);

CREATE TABLE suppression_rule (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  dataset_id uuid NOT NULL,
  kind suppression_kind NOT NULL,
  hmac bytea NOT NULL,
  decision_id uuid NOT NULL,
  request_id uuid,
  entry_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  ended_at timestamp with time zone,
  territories text[],
  ended_by uuid,
  CONSTRAINT suppression_hmac_length CHECK ((octet_length(hmac) = 32)),
  CONSTRAINT suppression_rule_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT suppression_rule_pkey PRIMARY KEY (id)
);
CREATE INDEX suppression_rule_request ON public.suppression_rule USING btree (request_id) WHERE (request_id IS NOT NULL);
CREATE UNIQUE INDEX suppression_rule_once ON public.suppression_rule USING btree (dataset_id, kind, hmac) WHERE (ended_at IS NULL);

CREATE TABLE table_preference (
  person_id uuid NOT NULL,
  columns text[],
  default_view uuid,
  CONSTRAINT table_preference_default_view_saved_view_id_fk FOREIGN KEY (default_view) REFERENCES saved_view(id) ON DELETE SET NULL,
  CONSTRAINT table_preference_person_id_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT table_preference_pkey PRIMARY KEY (person_id)
);

CREATE TABLE takedown_answer (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  request_id uuid NOT NULL,
  kind text NOT NULL,
  state text NOT NULL DEFAULT 'proposed'::text,
  sealed bytea,
  reason_code text,
  proposed_by uuid NOT NULL,
  agreed_by uuid,
  agreed_at timestamp with time zone,
  accepted_at timestamp with time zone,
  told_at timestamp with time zone,
  expires_at timestamp with time zone,
  code_hash bytea,
  attempts integer NOT NULL DEFAULT 0,
  code_expires_at timestamp with time zone,
  opened_hash bytea,
  opened_until timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT takedown_answer_agreed_by_person_id_fk FOREIGN KEY (agreed_by) REFERENCES person(id),
  CONSTRAINT takedown_answer_attempts CHECK (((attempts >= 0) AND (attempts <= 3))),
  CONSTRAINT takedown_answer_copy_agreed CHECK (((kind <> 'copy'::text) OR (state <> 'told'::text) OR ((agreed_by IS NOT NULL) AND (expires_at IS NOT NULL)))),
  CONSTRAINT takedown_answer_correction CHECK (((kind = 'correction'::text) = (reason_code IS NOT NULL))),
  CONSTRAINT takedown_answer_pkey PRIMARY KEY (id),
  CONSTRAINT takedown_answer_proposed_by_person_id_fk FOREIGN KEY (proposed_by) REFERENCES person(id),
  CONSTRAINT takedown_answer_proven TRIGGER DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT takedown_answer_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id),
  CONSTRAINT takedown_answer_told CHECK (((state = 'told'::text) = (told_at IS NOT NULL))),
  CONSTRAINT takedown_answer_two_people CHECK (((agreed_by IS NULL) OR (agreed_by <> proposed_by)))
);
CREATE INDEX takedown_answer_request ON public.takedown_answer USING btree (request_id, created_at DESC NULLS LAST);
CREATE UNIQUE INDEX takedown_answer_opened ON public.takedown_answer USING btree (opened_hash);
CREATE UNIQUE INDEX takedown_answer_proposed ON public.takedown_answer USING btree (request_id) WHERE (state = 'proposed'::text);

CREATE TABLE takedown_answer_row (
  answer_id uuid NOT NULL,
  request_id uuid NOT NULL,
  dataset_id uuid NOT NULL,
  digest bytea NOT NULL,
  verdict text NOT NULL,
  spans jsonb NOT NULL DEFAULT '[]'::jsonb,
  proof_id uuid,
  CONSTRAINT takedown_answer_row_answer_id_digest_pk PRIMARY KEY (answer_id, digest),
  CONSTRAINT takedown_answer_row_answer_id_takedown_answer_id_fk FOREIGN KEY (answer_id) REFERENCES takedown_answer(id),
  CONSTRAINT takedown_answer_row_proof_id_takedown_proof_id_fk FOREIGN KEY (proof_id) REFERENCES takedown_proof(id),
  CONSTRAINT takedown_answer_row_proven CHECK (((verdict <> 'give'::text) OR (proof_id IS NOT NULL))),
  CONSTRAINT takedown_answer_row_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id)
);
CREATE INDEX takedown_answer_row_request ON public.takedown_answer_row USING btree (request_id);

CREATE TABLE takedown_answer_view (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  answer_id uuid NOT NULL,
  request_id uuid NOT NULL,
  how text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT takedown_answer_view_answer_id_takedown_answer_id_fk FOREIGN KEY (answer_id) REFERENCES takedown_answer(id),
  CONSTRAINT takedown_answer_view_pkey PRIMARY KEY (id),
  CONSTRAINT takedown_answer_view_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id)
);
CREATE INDEX takedown_answer_view_answer ON public.takedown_answer_view USING btree (answer_id, created_at);

CREATE TABLE takedown_attachment (
  request_id uuid NOT NULL,
  n integer NOT NULL,
  media_type text NOT NULL,
  size integer NOT NULL,
  pages integer,
  pixels integer,
  sealed bytea NOT NULL,
  blob bytea NOT NULL,
  retain_until timestamp with time zone NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT takedown_attachment_n CHECK (((n >= 1) AND (n <= 20))),
  CONSTRAINT takedown_attachment_request_id_n_pk PRIMARY KEY (request_id, n),
  CONSTRAINT takedown_attachment_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id),
  CONSTRAINT takedown_attachment_size CHECK (((size >= 1) AND (size <= 10000000)))
);
CREATE INDEX takedown_attachment_retain ON public.takedown_attachment USING btree (retain_until);

CREATE TABLE takedown_attachment_view (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  request_id uuid NOT NULL,
  n integer NOT NULL,
  person_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT takedown_attachment_view_person_id_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT takedown_attachment_view_pkey PRIMARY KEY (id),
  CONSTRAINT takedown_attachment_view_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id)
);
CREATE INDEX takedown_attachment_view_request ON public.takedown_attachment_view USING btree (request_id, n, created_at);

CREATE TABLE takedown_bulk (
  dataset_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL,
  state text NOT NULL DEFAULT 'draft'::text,
  selection jsonb NOT NULL,
  action decision_action,
  reason_code text,
  policy_version_id uuid,
  undoes uuid,
  rows bigint NOT NULL,
  of_rows bigint NOT NULL,
  needs_second boolean NOT NULL,
  second_by uuid,
  second_at timestamp with time zone,
  total integer NOT NULL,
  decided integer NOT NULL DEFAULT 0,
  skipped integer NOT NULL DEFAULT 0,
  prepared_by uuid NOT NULL,
  started_by uuid,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  stopped text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT takedown_bulk_counts CHECK (((decided >= 0) AND (skipped >= 0) AND ((decided + skipped) <= total))),
  CONSTRAINT takedown_bulk_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT takedown_bulk_dataset_id_id_pk PRIMARY KEY (dataset_id, id),
  CONSTRAINT takedown_bulk_policy_version_id_policy_version_id_fk FOREIGN KEY (policy_version_id) REFERENCES policy_version(id),
  CONSTRAINT takedown_bulk_started CHECK (((state = ANY (ARRAY['draft'::text, 'discarded'::text])) = (started_by IS NULL))),
  CONSTRAINT takedown_bulk_two_people CHECK ((((second_by IS NULL) OR (second_by <> prepared_by)) AND ((NOT needs_second) OR (started_by IS NULL) OR (second_by IS NOT NULL)))),
  CONSTRAINT takedown_bulk_verdict CHECK ((((kind = 'decide'::text) = ((action IS NOT NULL) AND (reason_code IS NOT NULL) AND (policy_version_id IS NOT NULL))) AND ((kind = 'undo'::text) = (undoes IS NOT NULL))))
);
CREATE INDEX takedown_bulk_by_age ON public.takedown_bulk USING btree (dataset_id, created_at DESC NULLS LAST);

CREATE TABLE takedown_bulk_item (
  dataset_id uuid NOT NULL,
  bulk_id uuid NOT NULL,
  n integer NOT NULL,
  request_id uuid NOT NULL,
  state text NOT NULL,
  why text,
  detail text,
  entries uuid[] NOT NULL DEFAULT '{}'::uuid[],
  at timestamp with time zone,
  CONSTRAINT takedown_bulk_item_dataset_id_bulk_id_n_pk PRIMARY KEY (dataset_id, bulk_id, n),
  CONSTRAINT takedown_bulk_item_skipped CHECK (((state = 'skipped'::text) = (why IS NOT NULL)))
);
CREATE INDEX takedown_bulk_item_waiting ON public.takedown_bulk_item USING btree (dataset_id, bulk_id, n) WHERE (state = 'waiting'::text);
CREATE UNIQUE INDEX takedown_bulk_item_once ON public.takedown_bulk_item USING btree (dataset_id, bulk_id, request_id);

CREATE TABLE takedown_candidate (
  dataset_id uuid NOT NULL,
  request_id uuid NOT NULL,
  target_id uuid NOT NULL,
  digest bytea NOT NULL,
  tier text NOT NULL,
  similarity real,
  contained real,
  revision_id uuid NOT NULL,
  ordinal integer,
  "row" bigint,
  "offset" bigint,
  length bigint,
  source_id text,
  url text,
  rows bigint NOT NULL DEFAULT 1,
  spans jsonb NOT NULL DEFAULT '[]'::jsonb,
  drawn boolean NOT NULL DEFAULT false,
  state text NOT NULL,
  by uuid,
  at timestamp with time zone,
  CONSTRAINT takedown_candidate_agreed TRIGGER DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT takedown_candidate_dataset_id_request_id_target_id_digest_pk PRIMARY KEY (dataset_id, request_id, target_id, digest),
  CONSTRAINT takedown_candidate_dropped CHECK (((state <> 'dropped'::text) OR (by IS NOT NULL))),
  CONSTRAINT takedown_candidate_tier CHECK (((tier = 'fuzzy'::text) = (similarity IS NOT NULL)))
);

CREATE TABLE takedown_clock (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  request_id uuid NOT NULL,
  law text NOT NULL,
  asked_right text NOT NULL DEFAULT ''::text,
  promised integer,
  zone text NOT NULL,
  calendar text NOT NULL,
  started_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT takedown_clock_pkey PRIMARY KEY (id),
  CONSTRAINT takedown_clock_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id)
);
CREATE UNIQUE INDEX takedown_clock_once ON public.takedown_clock USING btree (request_id, law, asked_right, started_at);

CREATE TABLE takedown_clock_event (
  clock_id uuid NOT NULL,
  ordinal integer NOT NULL,
  request_id uuid NOT NULL,
  type text NOT NULL,
  at timestamp with time zone NOT NULL,
  amount integer,
  reason text,
  note bytea,
  letter_id uuid,
  actor text NOT NULL,
  due_at timestamp with time zone,
  near_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT takedown_clock_event_clock_id_ordinal_pk PRIMARY KEY (clock_id, ordinal),
  CONSTRAINT takedown_clock_event_clock_id_takedown_clock_id_fk FOREIGN KEY (clock_id) REFERENCES takedown_clock(id),
  CONSTRAINT takedown_clock_event_letter_id_mail_message_id_fk FOREIGN KEY (letter_id) REFERENCES mail_message(id)
);
CREATE INDEX takedown_clock_event_request ON public.takedown_clock_event USING btree (request_id);
CREATE INDEX takedown_clock_event_type ON public.takedown_clock_event USING btree (type, at);

CREATE TABLE takedown_confirmation (
  token_hash bytea NOT NULL,
  request_id uuid NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT takedown_confirmation_pkey PRIMARY KEY (token_hash),
  CONSTRAINT takedown_confirmation_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id)
);
CREATE INDEX takedown_confirmation_request ON public.takedown_confirmation USING btree (request_id);

CREATE TABLE takedown_contact (
  request_id uuid NOT NULL,
  sealed bytea NOT NULL,
  email_hmac bytea NOT NULL,
  retain_until timestamp with time zone NOT NULL,
  CONSTRAINT takedown_contact_pkey PRIMARY KEY (request_id),
  CONSTRAINT takedown_contact_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id)
);
CREATE INDEX takedown_contact_email ON public.takedown_contact USING btree (email_hmac);
CREATE INDEX takedown_contact_retain ON public.takedown_contact USING btree (retain_until);

CREATE TABLE takedown_event (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  request_id uuid NOT NULL,
  type text NOT NULL,
  actor text NOT NULL,
  data jsonb NOT NULL,
  entry_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  status takedown_status,
  ordinal bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  CONSTRAINT takedown_event_pkey PRIMARY KEY (id),
  CONSTRAINT takedown_event_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id)
);
CREATE INDEX takedown_event_request ON public.takedown_event USING btree (request_id, created_at);

CREATE TABLE takedown_link (
  request_id uuid NOT NULL,
  of_request_id uuid NOT NULL,
  kind text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT takedown_link_of_request_id_takedown_request_id_fk FOREIGN KEY (of_request_id) REFERENCES takedown_request(id),
  CONSTRAINT takedown_link_request_id_of_request_id_kind_pk PRIMARY KEY (request_id, of_request_id, kind),
  CONSTRAINT takedown_link_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id),
  CONSTRAINT takedown_link_two CHECK ((request_id <> of_request_id))
);
CREATE INDEX takedown_link_of ON public.takedown_link USING btree (of_request_id, kind);

CREATE TABLE takedown_match (
  dataset_id uuid NOT NULL,
  request_id uuid NOT NULL,
  target_id uuid NOT NULL,
  digest bytea NOT NULL,
  case_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  told uuid,
  CONSTRAINT takedown_match_dataset_id_case_id_review_case_dataset_id_id_fk FOREIGN KEY (dataset_id, case_id) REFERENCES review_case(dataset_id, id),
  CONSTRAINT takedown_match_dataset_id_digest_item_dataset_id_digest_fk FOREIGN KEY (dataset_id, digest) REFERENCES item(dataset_id, digest),
  CONSTRAINT takedown_match_dataset_id_request_id_target_id_digest_pk PRIMARY KEY (dataset_id, request_id, target_id, digest)
);
CREATE INDEX takedown_match_case ON public.takedown_match USING btree (dataset_id, case_id);
CREATE INDEX takedown_match_request ON public.takedown_match USING btree (request_id);

CREATE TABLE takedown_owner_window (
  event_id uuid NOT NULL,
  request_id uuid NOT NULL,
  due_at timestamp with time zone NOT NULL,
  extended_at timestamp with time zone,
  ended_at timestamp with time zone,
  answer bytea,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT takedown_owner_window_event_id_takedown_event_id_fk FOREIGN KEY (event_id) REFERENCES takedown_event(id),
  CONSTRAINT takedown_owner_window_pkey PRIMARY KEY (event_id),
  CONSTRAINT takedown_owner_window_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id)
);
CREATE INDEX takedown_owner_window_request ON public.takedown_owner_window USING btree (request_id);
CREATE UNIQUE INDEX takedown_owner_window_open ON public.takedown_owner_window USING btree (request_id) WHERE (ended_at IS NULL);

CREATE TABLE takedown_proof (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  request_id uuid NOT NULL,
  method text NOT NULL,
  sealed bytea,
  code_hash bytea,
  attempts integer NOT NULL DEFAULT 0,
  expires_at timestamp with time zone NOT NULL,
  state text NOT NULL DEFAULT 'open'::text,
  last_look text,
  asked_by uuid NOT NULL,
  ended_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT takedown_proof_asked_by_person_id_fk FOREIGN KEY (asked_by) REFERENCES person(id),
  CONSTRAINT takedown_proof_attempts CHECK (((attempts >= 0) AND (attempts <= 3))),
  CONSTRAINT takedown_proof_pkey PRIMARY KEY (id),
  CONSTRAINT takedown_proof_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id)
);
CREATE INDEX takedown_proof_request ON public.takedown_proof USING btree (request_id);
CREATE UNIQUE INDEX takedown_proof_open ON public.takedown_proof USING btree (request_id) WHERE (state = 'open'::text);

CREATE TABLE takedown_reach (
  request_id uuid NOT NULL,
  dataset_id uuid NOT NULL,
  revision_id uuid NOT NULL,
  rows bigint NOT NULL,
  of_rows bigint NOT NULL,
  tally jsonb NOT NULL,
  state text NOT NULL,
  first_by uuid,
  first_at timestamp with time zone,
  second_by uuid,
  second_at timestamp with time zone,
  counted_at timestamp with time zone NOT NULL DEFAULT now(),
  covers bytea,
  agreed bytea,
  CONSTRAINT takedown_reach_agreed CHECK (((first_by IS NULL) OR ((covers IS NOT NULL) AND (agreed IS NOT NULL) AND (agreed = covers)))),
  CONSTRAINT takedown_reach_approved CHECK (((state = 'approved'::text) = (second_by IS NOT NULL))),
  CONSTRAINT takedown_reach_pkey PRIMARY KEY (request_id),
  CONSTRAINT takedown_reach_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id),
  CONSTRAINT takedown_reach_two_people CHECK (((second_by IS NULL) OR ((first_by IS NOT NULL) AND (first_by <> second_by))))
);

CREATE TABLE takedown_reminder (
  person_id uuid NOT NULL,
  clock_id uuid NOT NULL,
  level text NOT NULL,
  due_at timestamp with time zone NOT NULL,
  day date NOT NULL,
  message_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT takedown_reminder_clock_id_takedown_clock_id_fk FOREIGN KEY (clock_id) REFERENCES takedown_clock(id),
  CONSTRAINT takedown_reminder_message_id_mail_message_id_fk FOREIGN KEY (message_id) REFERENCES mail_message(id),
  CONSTRAINT takedown_reminder_person_id_clock_id_level_due_at_pk PRIMARY KEY (person_id, clock_id, level, due_at),
  CONSTRAINT takedown_reminder_person_id_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX takedown_reminder_day ON public.takedown_reminder USING btree (person_id, day DESC NULLS LAST);

CREATE TABLE takedown_request (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  dataset_id uuid NOT NULL,
  reference text NOT NULL,
  kind takedown_kind NOT NULL,
  status takedown_status NOT NULL DEFAULT 'email_unverified'::takedown_status,
  tracking_hash bytea NOT NULL,
  attestation text NOT NULL,
  submitted_at timestamp with time zone NOT NULL DEFAULT now(),
  confirmed_at timestamp with time zone,
  due_at timestamp with time zone,
  closed_at timestamp with time zone,
  category text NOT NULL DEFAULT 'other'::text,
  form text,
  near_at timestamp with time zone,
  held_from takedown_status,
  asked_right text,
  confidential boolean NOT NULL DEFAULT false,
  CONSTRAINT takedown_confidential CHECK (((NOT confidential) OR ((kind)::text = 'court_order'::text))),
  CONSTRAINT takedown_request_answer TRIGGER DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT takedown_request_category_category_id_fk FOREIGN KEY (category) REFERENCES category(id),
  CONSTRAINT takedown_request_counter TRIGGER DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT takedown_request_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT takedown_request_event TRIGGER DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT takedown_request_pkey PRIMARY KEY (id),
  CONSTRAINT takedown_request_second TRIGGER DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT takedown_right CHECK (((asked_right IS NULL) OR ((kind)::text = 'privacy'::text)))
);
CREATE INDEX takedown_dataset ON public.takedown_request USING btree (dataset_id, submitted_at DESC NULLS LAST);
CREATE INDEX takedown_near ON public.takedown_request USING btree (near_at) WHERE (closed_at IS NULL);
CREATE INDEX takedown_status_age ON public.takedown_request USING btree (status, submitted_at DESC NULLS LAST, id DESC NULLS LAST);
CREATE UNIQUE INDEX takedown_reference ON public.takedown_request USING btree (reference);
CREATE UNIQUE INDEX takedown_tracking ON public.takedown_request USING btree (tracking_hash);

CREATE TABLE takedown_reservation (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  request_id uuid NOT NULL,
  state text NOT NULL,
  sealed bytea NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT takedown_reservation_pkey PRIMARY KEY (id),
  CONSTRAINT takedown_reservation_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id)
);
CREATE INDEX takedown_reservation_request ON public.takedown_reservation USING btree (request_id, created_at);

CREATE TABLE takedown_retraction (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  request_id uuid NOT NULL,
  via_request_id uuid,
  whole boolean NOT NULL,
  outcome jsonb NOT NULL,
  entry_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT takedown_retraction_pkey PRIMARY KEY (id),
  CONSTRAINT takedown_retraction_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id),
  CONSTRAINT takedown_retraction_via_request_id_takedown_request_id_fk FOREIGN KEY (via_request_id) REFERENCES takedown_request(id)
);
CREATE INDEX takedown_retraction_request ON public.takedown_retraction USING btree (request_id);
CREATE UNIQUE INDEX takedown_retraction_via ON public.takedown_retraction USING btree (via_request_id) WHERE (via_request_id IS NOT NULL);

CREATE TABLE takedown_reversal (
  dataset_id uuid NOT NULL,
  decision_id uuid NOT NULL,
  reversed_id uuid NOT NULL,
  case_id uuid NOT NULL,
  request_id uuid NOT NULL,
  because text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT takedown_reversal_dataset_id_case_id_review_case_dataset_id_id_ FOREIGN KEY (dataset_id, case_id) REFERENCES review_case(dataset_id, id),
  CONSTRAINT takedown_reversal_dataset_id_decision_id_decision_dataset_id_id FOREIGN KEY (dataset_id, decision_id) REFERENCES decision(dataset_id, id),
  CONSTRAINT takedown_reversal_dataset_id_decision_id_pk PRIMARY KEY (dataset_id, decision_id),
  CONSTRAINT takedown_reversal_dataset_id_reversed_id_decision_dataset_id_id FOREIGN KEY (dataset_id, reversed_id) REFERENCES decision(dataset_id, id),
  CONSTRAINT takedown_reversal_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id)
);
CREATE INDEX takedown_reversal_request ON public.takedown_reversal USING btree (request_id);
CREATE UNIQUE INDEX takedown_reversal_once ON public.takedown_reversal USING btree (dataset_id, reversed_id);

CREATE TABLE takedown_scan (
  request_id uuid NOT NULL,
  revision_id uuid NOT NULL,
  ordinal integer NOT NULL DEFAULT 0,
  "row" bigint NOT NULL DEFAULT 0,
  rows_read bigint NOT NULL DEFAULT 0,
  rows_total bigint NOT NULL,
  started_at timestamp with time zone NOT NULL DEFAULT now(),
  ended_at timestamp with time zone,
  CONSTRAINT takedown_scan_pkey PRIMARY KEY (request_id),
  CONSTRAINT takedown_scan_progress CHECK ((((rows_read >= 0) AND (rows_read <= rows_total)) OR (ended_at IS NULL))),
  CONSTRAINT takedown_scan_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id)
);

CREATE TABLE takedown_second (
  event_id uuid NOT NULL,
  request_id uuid NOT NULL,
  first_by uuid[] NOT NULL,
  second_by uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  decided text,
  CONSTRAINT takedown_second_event_id_takedown_event_id_fk FOREIGN KEY (event_id) REFERENCES takedown_event(id),
  CONSTRAINT takedown_second_is_another CHECK ((NOT (second_by = ANY (first_by)))),
  CONSTRAINT takedown_second_pkey PRIMARY KEY (event_id),
  CONSTRAINT takedown_second_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id),
  CONSTRAINT takedown_second_second_by_person_id_fk FOREIGN KEY (second_by) REFERENCES person(id)
);
CREATE INDEX takedown_second_request ON public.takedown_second USING btree (request_id);

CREATE TABLE takedown_statement (
  event_id uuid NOT NULL,
  request_id uuid NOT NULL,
  facts jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT takedown_statement_event_id_takedown_event_id_fk FOREIGN KEY (event_id) REFERENCES takedown_event(id),
  CONSTRAINT takedown_statement_pkey PRIMARY KEY (event_id),
  CONSTRAINT takedown_statement_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id)
);
CREATE INDEX takedown_statement_request ON public.takedown_statement USING btree (request_id);

CREATE TABLE takedown_target (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  request_id uuid NOT NULL,
  ordinal integer NOT NULL,
  kind takedown_target_kind NOT NULL,
  sealed bytea NOT NULL,
  state text NOT NULL DEFAULT 'pending'::text,
  rows bigint,
  added_by uuid,
  widens uuid,
  source bytea,
  CONSTRAINT takedown_target_agreed TRIGGER DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT takedown_target_pkey PRIMARY KEY (id),
  CONSTRAINT takedown_target_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id)
);
CREATE INDEX takedown_target_source ON public.takedown_target USING btree (source) WHERE (source IS NOT NULL);
CREATE UNIQUE INDEX takedown_target_ordinal ON public.takedown_target USING btree (request_id, ordinal);

CREATE TABLE takedown_waiting_letter (
  request_id uuid NOT NULL,
  email_hmac bytea NOT NULL,
  network text NOT NULL,
  turn integer NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT takedown_waiting_letter_pkey PRIMARY KEY (request_id),
  CONSTRAINT takedown_waiting_letter_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id)
);
CREATE INDEX takedown_waiting_letter_turn ON public.takedown_waiting_letter USING btree (email_hmac, turn, created_at);

CREATE TABLE takedown_word (
  event_id uuid NOT NULL,
  request_id uuid NOT NULL,
  sealed bytea NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT takedown_word_event_id_takedown_event_id_fk FOREIGN KEY (event_id) REFERENCES takedown_event(id),
  CONSTRAINT takedown_word_pkey PRIMARY KEY (event_id),
  CONSTRAINT takedown_word_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id)
);
CREATE INDEX takedown_word_request ON public.takedown_word USING btree (request_id);

CREATE TABLE urgent_report (
  request_id uuid NOT NULL,
  network bytea,
  passed_by uuid,
  passed_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT urgent_report_passed CHECK (((passed_by IS NULL) = (passed_at IS NULL))),
  CONSTRAINT urgent_report_passed_by_person_id_fk FOREIGN KEY (passed_by) REFERENCES person(id),
  CONSTRAINT urgent_report_pkey PRIMARY KEY (request_id),
  CONSTRAINT urgent_report_request_id_takedown_request_id_fk FOREIGN KEY (request_id) REFERENCES takedown_request(id)
);
CREATE INDEX urgent_report_network ON public.urgent_report USING btree (network);

CREATE TABLE volunteer_application (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  dataset_id uuid NOT NULL,
  state text NOT NULL,
  sealed bytea,
  token_hash bytea,
  expires_at timestamp with time zone NOT NULL,
  confirmed_at timestamp with time zone,
  person_id uuid,
  answered_by uuid,
  answered_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT volunteer_application_answered CHECK (((state = ANY (ARRAY['accepted'::text, 'declined'::text])) = ((answered_at IS NOT NULL) AND (answered_by IS NOT NULL)))),
  CONSTRAINT volunteer_application_answered_by_person_id_fk FOREIGN KEY (answered_by) REFERENCES person(id),
  CONSTRAINT volunteer_application_confirmed CHECK (((state = ANY (ARRAY['sent'::text, 'lapsed'::text])) OR (confirmed_at IS NOT NULL))),
  CONSTRAINT volunteer_application_dataset_id_dataset_id_fk FOREIGN KEY (dataset_id) REFERENCES dataset(id),
  CONSTRAINT volunteer_application_person_id_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT volunteer_application_pkey PRIMARY KEY (id)
);
CREATE INDEX volunteer_application_person ON public.volunteer_application USING btree (person_id);
CREATE UNIQUE INDEX volunteer_application_token ON public.volunteer_application USING btree (token_hash);
CREATE UNIQUE INDEX volunteer_application_waiting ON public.volunteer_application USING btree (dataset_id, person_id) WHERE (state = 'waiting'::text);

CREATE OR REPLACE FUNCTION public.case_kind_of(restricted boolean, category text, severity smallint, language text, detectors text[], types text[], queue_id uuid)
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT encode(substring(sha256(convert_to(
    jsonb_build_array(restricted, category, severity, language, detectors, types, queue_id)::text, 'UTF8')) FOR 16), 'hex')::uuid
$function$;

CREATE OR REPLACE FUNCTION public.categories_for(p_dataset uuid, p_person uuid)
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$
  SELECT coalesce(array_agg(b.category ORDER BY b.category), '{}') FROM category_bars(p_dataset, p_person) b WHERE b.bar IS NULL
$function$;

CREATE OR REPLACE FUNCTION public.category_bars(p_dataset uuid, p_person uuid)
 RETURNS TABLE(category text, bar text)
 LANGUAGE sql
 STABLE
AS $function$
  WITH latest AS (
    SELECT x.run, x.last_at FROM exposure x JOIN category k ON k.id = x.category AND k.sensitive = 1
    WHERE x.person_id = p_person AND x.day >= (clock_timestamp() AT TIME ZONE 'UTC')::date - 1
    ORDER BY x.last_at DESC LIMIT 1
  )
  SELECT k.id, CASE
    WHEN k.restricted = 1 THEN 'restricted'
    WHEN k.id <> ALL (p.categories) THEN 'declined'
    WHEN coalesce(e.items, 0) >= least(
      (s.daily_caps ->> k.id)::integer,
      coalesce((p.daily_caps ->> k.id)::integer, CASE WHEN k.sensitive = 1 THEN p.daily_cap END)) THEN 'enough'
    WHEN k.sensitive = 1 AND l.run >= p.break_after AND l.last_at > clock_timestamp() - make_interval(mins => p.break_minutes) THEN 'pause'
    -- 0 is no pause.
    WHEN o.own_run >= nullif(coalesce((p.breaks ->> k.id)::integer, (s.breaks ->> k.id)::integer), 0)
      AND o.last_at > clock_timestamp() - make_interval(mins => coalesce(p.break_minutes, 10)) THEN 'rest'
    WHEN k.sensitive = 1 AND p.person_id IS NULL THEN 'unasked'
  END
  FROM category k
  LEFT JOIN reviewer_preference p ON p.person_id = p_person
  LEFT JOIN review_settings s ON s.dataset_id = p_dataset
  LEFT JOIN exposure e ON e.person_id = p_person AND e.category = k.id AND e.day = (clock_timestamp() AT TIME ZONE 'UTC')::date
  LEFT JOIN latest l ON true
  LEFT JOIN LATERAL (
    SELECT x.own_run, x.last_at FROM exposure x
    WHERE x.person_id = p_person AND x.category = k.id AND x.day >= (clock_timestamp() AT TIME ZONE 'UTC')::date - 1
    ORDER BY x.day DESC LIMIT 1) o ON true
$function$;

CREATE OR REPLACE FUNCTION public.claim_case(p_dataset uuid, p_person uuid, p_lead boolean, p_maintainer boolean, p_queue uuid, p_held uuid[], p_seconds integer)
 RETURNS TABLE(case_id uuid, lease_id uuid)
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
DECLARE
  moment timestamptz := clock_timestamp();
  allowed text[];
  reads text[];
  q record;
  place queue_position;
  seen record;
  arrived record;
  best_id uuid;
  best_round integer;
  best_priority integer;
  best_category text;
  best_slots smallint;
  best_reserved smallint;
  free_slot smallint;
  leads boolean;
  -- The place behind everything.
  end_priority CONSTANT integer := -2147483648;
  end_id CONSTANT uuid := '00000000-0000-0000-0000-000000000000';
BEGIN
  -- Screens of one person take turns, so that each counts what the others were handed: together they stay within the limits of the day.
  PERFORM pg_advisory_xact_lock(hashtextextended('claim ' || p_person, 0));

  PERFORM end_due_leases(p_dataset);

  IF stands_aside(p_dataset, p_person, p_maintainer) IS NOT NULL THEN RETURN; END IF;

  UPDATE lease l SET expires_at = moment + make_interval(secs => p_seconds)
  WHERE l.dataset_id = p_dataset AND l.id = (
    SELECT h.id FROM lease h JOIN review_case c ON c.dataset_id = h.dataset_id AND c.id = h.case_id
    -- Their claims are few, those of a dataset are many: said so that no index on the dataset can be taken for it.
    WHERE h.reviewer_id = p_person AND h.dataset_id IS NOT DISTINCT FROM p_dataset AND h.ended_at IS NULL AND h.case_id <> ALL (p_held)
      AND NOT EXISTS (
        SELECT FROM held_vote v WHERE v.dataset_id = p_dataset AND v.case_id = h.case_id AND v.reviewer_id = p_person AND v.refused IS NULL)
      AND (p_queue IS NULL OR c.queue_id = p_queue)
      -- What they declined since, or what nobody of them may see any more, is not handed out again either.
      AND NOT c.restricted
      AND NOT EXISTS (SELECT FROM category_bars(p_dataset, p_person) b WHERE b.category = c.category AND b.bar = 'declined')
    ORDER BY h.created_at LIMIT 1)
  RETURNING l.case_id, l.id INTO case_id, lease_id;
  IF FOUND THEN
    RETURN NEXT;
    RETURN;
  END IF;

  allowed := categories_for(p_dataset, p_person);
  reads := (SELECT languages FROM reviewer_preference WHERE person_id = p_person);

  FOR q IN
    SELECT id FROM review_queue
    WHERE dataset_id = p_dataset AND retired_at IS NULL AND (p_queue IS NULL OR id = p_queue) AND (audience = 'reviewer' OR p_lead)
      -- Of what somebody does not review not one case is looked at.
      AND (categories IS NULL OR categories && allowed)
    ORDER BY ordinal, id
  LOOP
    SELECT * INTO place FROM queue_position p
    WHERE p.dataset_id = p_dataset AND p.queue_id = q.id AND p.person_id = p_person
      AND p.at > moment - interval '1 hour' AND p.categories = allowed AND p.languages IS NOT DISTINCT FROM reads;
    -- Back up to what arrived since. Ten seconds more: an arrival is seen when its transaction commits, not when it was written.
    SELECT a.priority, a.case_id INTO arrived FROM queue_arrival a
    WHERE a.dataset_id = p_dataset AND a.queue_id = q.id AND a.at > place.at - interval '10 seconds'
      AND (a.priority, a.case_id) > (place.priority, place.case_id)
    ORDER BY a.priority DESC, a.case_id DESC LIMIT 1;
    IF FOUND THEN
      place.priority := arrived.priority;
      place.case_id := arrived.case_id;
      place.at := NULL;
    END IF;
    LOOP
      SELECT c.id, c.round, c.priority, c.category, c.slots, c.reserved INTO seen
      FROM review_case c
      WHERE c.dataset_id = p_dataset AND c.queue_id = q.id AND c.claimable
        AND (c.priority, c.id) <= (coalesce(place.priority, 2147483647), coalesce(place.case_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
        AND (p_lead OR c.taken + c.reserved < c.slots)
        AND c.category = ANY (allowed)
        AND (reads IS NULL OR c.language = 'und' OR c.language = ANY (reads))
        -- Of each row by its key: a join that was planned while there were few seats would read all there are now.
        AND (
          SELECT s.kind FROM case_seat s
          WHERE s.dataset_id = p_dataset AND s.case_id = c.id AND s.round = c.round AND s.person_id = p_person) IS NULL
      ORDER BY c.priority DESC NULLS LAST, c.id DESC NULLS LAST -- as the index says it
      LIMIT 1
      FOR UPDATE SKIP LOCKED;
      -- At the end once more from the top, twice a minute at most: what somebody else held a moment ago was passed by.
      EXIT WHEN FOUND OR place.case_id IS NULL OR place.empty_at > moment - interval '30 seconds';
      place := NULL;
    END LOOP;
    -- Nothing, and not only nothing that others let go of: then its end is the place, or whoever reads another language than most
    -- would look at all of it with each claim.
    IF seen.id IS NULL AND place.empty_at IS NULL AND EXISTS (
      SELECT FROM review_case c
      WHERE c.dataset_id = p_dataset AND c.queue_id = q.id AND c.claimable
        AND (p_lead OR c.taken + c.reserved < c.slots)
        AND c.category = ANY (allowed)
        AND (reads IS NULL OR c.language = 'und' OR c.language = ANY (reads))
        AND (
          SELECT s.kind FROM case_seat s
          WHERE s.dataset_id = p_dataset AND s.case_id = c.id AND s.round = c.round AND s.person_id = p_person) IS NULL)
    THEN CONTINUE; END IF;
    -- Of a queue that is looked at and not chosen the place is kept too: nothing above it was theirs to take.
    IF place.at IS NULL OR place.case_id <> coalesce(seen.id, end_id) OR place.at < moment - interval '30 seconds' THEN
      INSERT INTO queue_position (dataset_id, queue_id, person_id, priority, case_id, categories, languages, at, empty_at)
      VALUES (p_dataset, q.id, p_person, coalesce(seen.priority, end_priority), coalesce(seen.id, end_id), allowed, reads, moment,
        CASE WHEN seen.id IS NULL THEN coalesce(place.empty_at, moment) END)
      ON CONFLICT (dataset_id, queue_id, person_id) DO UPDATE SET
        priority = excluded.priority, case_id = excluded.case_id, categories = excluded.categories,
        languages = excluded.languages, at = excluded.at, empty_at = excluded.empty_at;
    END IF;
    IF seen.id IS NOT NULL AND (best_id IS NULL OR seen.priority > best_priority) THEN
      best_id := seen.id; best_round := seen.round; best_priority := seen.priority; best_category := seen.category;
      best_slots := seen.slots; best_reserved := seen.reserved;
    END IF;
  END LOOP;
  IF best_id IS NULL THEN RETURN; END IF;

  SELECT min(n)::smallint INTO free_slot FROM generate_series(1, best_slots) n
  WHERE NOT EXISTS (
    SELECT FROM lease l
    WHERE l.dataset_id = p_dataset AND l.case_id = best_id AND l.round = best_round AND l.slot = n
      AND (l.ended_at IS NULL OR l.outcome = 'voted'));
  leads := p_lead AND best_reserved > 0;
  INSERT INTO case_seat (dataset_id, case_id, round, person_id, kind)
  VALUES (p_dataset, best_id, best_round, p_person, 'reviewer')
  ON CONFLICT DO NOTHING;
  -- Another screen of the same person took it between the look and the lock.
  IF NOT FOUND THEN RETURN; END IF;
  INSERT INTO lease (dataset_id, case_id, round, slot, reviewer_id, for_lead, expires_at)
  VALUES (p_dataset, best_id, best_round, free_slot, p_person, leads, moment + make_interval(secs => p_seconds))
  RETURNING id INTO lease_id;
  UPDATE review_case c SET taken = c.taken + 1, reserved = c.reserved - leads::integer
  WHERE c.dataset_id = p_dataset AND c.id = best_id;

  PERFORM count_as_seen(p_person, best_category);
  case_id := best_id;
  RETURN NEXT;
END
$function$;

CREATE OR REPLACE FUNCTION public.count_as_seen(p_person uuid, p_category text)
 RETURNS void
 LANGUAGE sql
AS $function$
  INSERT INTO exposure AS e (person_id, day, category, items, run, own_run, last_at)
  SELECT p_person, (clock_timestamp() AT TIME ZONE 'UTC')::date, k.id, 1,
    CASE WHEN k.sensitive = 0 THEN 0 ELSE 1 + coalesce((
      SELECT CASE WHEN x.last_at >= clock_timestamp() - make_interval(mins => coalesce(p.break_minutes, 10)) THEN x.run ELSE 0 END
      FROM exposure x
      JOIN category c ON c.id = x.category AND c.sensitive = 1
      LEFT JOIN reviewer_preference p ON p.person_id = x.person_id
      WHERE x.person_id = p_person AND x.day >= (clock_timestamp() AT TIME ZONE 'UTC')::date - 1
      ORDER BY x.last_at DESC LIMIT 1), 0) END,
    1 + coalesce((
      SELECT CASE WHEN x.last_at >= clock_timestamp() - make_interval(mins => coalesce(p.break_minutes, 10)) THEN x.own_run ELSE 0 END
      FROM exposure x
      LEFT JOIN reviewer_preference p ON p.person_id = x.person_id
      WHERE x.person_id = p_person AND x.category = k.id AND x.day >= (clock_timestamp() AT TIME ZONE 'UTC')::date - 1
      ORDER BY x.day DESC LIMIT 1), 0),
    clock_timestamp()
  FROM category k WHERE k.id = p_category
  ON CONFLICT (person_id, day, category) DO UPDATE SET
    items = e.items + 1, run = excluded.run, own_run = excluded.own_run, last_at = excluded.last_at
$function$;

CREATE OR REPLACE FUNCTION public.end_due_leases(p_dataset uuid)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
DECLARE
  -- Not asked anew for each row, so that the index on the time is of use.
  moment timestamptz := clock_timestamp();
  due uuid[];
BEGIN
  SELECT array_agg(x.id) INTO due FROM (
    SELECT l.id FROM (
      SELECT id, case_id FROM lease h
      WHERE h.dataset_id = p_dataset AND h.ended_at IS NULL AND h.expires_at < moment
        -- A vote that is held keeps its slot until it is cast, however late.
        AND NOT EXISTS (
          SELECT FROM held_vote v
          WHERE v.dataset_id = p_dataset AND v.case_id = h.case_id AND v.reviewer_id = h.reviewer_id AND v.refused IS NULL)
      ORDER BY h.expires_at LIMIT 50
    ) d
    JOIN review_case c ON c.dataset_id = p_dataset AND c.id = d.case_id
    JOIN lease l ON l.dataset_id = p_dataset AND l.id = d.id AND l.ended_at IS NULL AND l.expires_at < moment
    ORDER BY c.digest, c.category
    FOR UPDATE OF c SKIP LOCKED FOR UPDATE OF l SKIP LOCKED
  ) x;
  RETURN CASE WHEN due IS NULL THEN 0 ELSE give_back_slots(p_dataset, due, 'expired') END;
END
$function$;

CREATE OR REPLACE FUNCTION public.give_back_slots(p_dataset uuid, p_leases uuid[], p_outcome lease_outcome)
 RETURNS integer
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
DECLARE
  ended integer;
BEGIN
  WITH done AS (
    UPDATE lease l SET ended_at = clock_timestamp(), outcome = p_outcome
    WHERE l.dataset_id = p_dataset AND l.id = ANY (p_leases) AND l.ended_at IS NULL
    RETURNING l.case_id, l.round, l.reviewer_id, l.for_lead
  ), gone AS (
    DELETE FROM case_seat s USING done
    WHERE p_outcome IN ('released', 'expired') AND s.dataset_id = p_dataset AND s.case_id = done.case_id
      AND s.round = done.round AND s.person_id = done.reviewer_id AND s.kind = 'reviewer'
  ), kept AS (
    UPDATE case_seat s SET kind = 'skipped' FROM done
    WHERE p_outcome IN ('skipped', 'escalated') AND s.dataset_id = p_dataset AND s.case_id = done.case_id
      AND s.round = done.round AND s.person_id = done.reviewer_id
  ), freed AS (
    UPDATE review_case c SET taken = c.taken - d.slots, reserved = c.reserved + d.leads
    FROM (SELECT case_id, round, count(*)::smallint AS slots, count(*) FILTER (WHERE for_lead)::smallint AS leads
          FROM done GROUP BY 1, 2) d
    WHERE c.dataset_id = p_dataset AND c.id = d.case_id AND c.round = d.round AND c.status = 'open'
    RETURNING c.queue_id, c.priority, c.id
  ), arrived AS (
    INSERT INTO queue_arrival (dataset_id, queue_id, priority, case_id)
    SELECT DISTINCT ON (queue_id) p_dataset, queue_id, priority, id FROM freed WHERE queue_id IS NOT NULL
    ORDER BY queue_id, priority DESC, id DESC
  )
  SELECT count(*) INTO ended FROM done;
  RETURN ended;
END
$function$;

CREATE OR REPLACE FUNCTION public.guard_log_head()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP <> 'UPDATE' OR NEW.size < OLD.size OR NEW.origin <> OLD.origin THEN
    RAISE EXCEPTION 'log_head only grows: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$function$;

CREATE OR REPLACE FUNCTION public.hold_for_filing()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM 1 FROM takedown_request WHERE id = NEW.request_id FOR UPDATE;
  RETURN NEW;
END
$function$;

CREATE OR REPLACE FUNCTION public.item_hidden(p_dataset uuid, p_digest bytea)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  SELECT EXISTS (
    SELECT FROM review_case c
    JOIN category k ON k.id = c.category AND k.restricted = 1
    LEFT JOIN decision d ON d.dataset_id = c.dataset_id AND d.id = c.decision_id
    WHERE c.dataset_id = p_dataset AND c.digest = p_digest
      AND CASE WHEN c.status = 'open' THEN NOT EXISTS (
          SELECT FROM report_in_sight r
          WHERE r.dataset_id = c.dataset_id AND r.case_id = c.id AND r.round = c.round AND r.hidden_at IS NULL)
        ELSE d.action <> 'keep' END)
$function$;

CREATE OR REPLACE FUNCTION public.refuse_access_as_removal()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF EXISTS (SELECT FROM takedown_request r WHERE r.id = NEW.request_id AND r.asked_right = 'access') THEN
    RAISE EXCEPTION 'request % asks for access: it opens no case', NEW.request_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$function$;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END
$function$;

CREATE OR REPLACE FUNCTION public.refuse_early_put_back()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF NEW.because <> 'put_back' THEN
    RETURN NEW;
  END IF;
  PERFORM 1 FROM takedown_request WHERE id = NEW.request_id FOR UPDATE;
  IF EXISTS (
    SELECT 1 FROM court_filing f JOIN counter_notice c ON c.request_id = f.counter_id
    WHERE f.request_id = NEW.request_id AND NEW.case_id = ANY (c.case_ids)
  ) THEN
    RAISE EXCEPTION 'the claimant has gone to court: put-back refused' USING ERRCODE = 'check_violation', CONSTRAINT = 'put_back_no_filing';
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM counter_notice
    WHERE of_request_id = NEW.request_id AND state IN ('valid', 'restored') AND earliest_at < now() AND NEW.case_id = ANY (case_ids)
  ) THEN
    RAISE EXCEPTION 'no counter notice whose time has come: put-back refused' USING ERRCODE = 'check_violation', CONSTRAINT = 'put_back_not_yet';
  END IF;
  RETURN NEW;
END
$function$;

CREATE OR REPLACE FUNCTION public.refuse_old_agreement()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF EXISTS (SELECT FROM takedown_reach r WHERE r.request_id = NEW.request_id AND r.first_by IS NOT NULL) THEN
    RAISE EXCEPTION 'request % means something else than people have agreed to', NEW.request_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$function$;

CREATE OR REPLACE FUNCTION public.refuse_other_answer()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'proposed' AND current_user <> 'winnow_owner' THEN
      RAISE EXCEPTION 'answer % was never proposed', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'takedown_answer_begins';
    END IF;
  ELSIF (NEW.id, NEW.request_id, NEW.kind, NEW.proposed_by) IS DISTINCT FROM (OLD.id, OLD.request_id, OLD.kind, OLD.proposed_by)
    OR OLD.state <> 'proposed' AND (NEW.state, NEW.reason_code, NEW.agreed_by, NEW.agreed_at, NEW.accepted_at, NEW.told_at)
      IS DISTINCT FROM (OLD.state, OLD.reason_code, OLD.agreed_by, OLD.agreed_at, OLD.accepted_at, OLD.told_at) THEN
    RAISE EXCEPTION 'what answer % became stays', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'takedown_answer_stays';
  END IF;
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION public.refuse_other_complaint()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF OLD.heard_by IS NOT NULL THEN
    RAISE EXCEPTION 'what a complaint is about stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'complaint_stays';
  END IF;
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION public.refuse_other_counter()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF OLD.state = 'lapsed' AND NEW.state = 'filed' AND OLD.approved_by IS NULL THEN
    RETURN NEW;
  END IF;
  IF (NEW.of_request_id, NEW.case_ids, NEW.rule_ids, NEW.filer_id) IS DISTINCT FROM (OLD.of_request_id, OLD.case_ids, OLD.rule_ids, OLD.filer_id) THEN
    RAISE EXCEPTION 'what a counter notice is about stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'counter_notice_stays';
  END IF;
  RETURN NEW;
END
$function$;

CREATE OR REPLACE FUNCTION public.refuse_other_receipt()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION 'the receipt of a copy was given' USING ERRCODE = 'check_violation', CONSTRAINT = 'copy_confirmation_receipt_stays';
END $function$;

CREATE OR REPLACE FUNCTION public.refuse_other_right()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION 'what request % asks for stays', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'takedown_right_stays';
END $function$;

CREATE OR REPLACE FUNCTION public.refuse_other_rows()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  answer uuid;
  now_is text;
BEGIN
  IF TG_OP = 'INSERT' AND current_user = 'winnow_owner' THEN RETURN NEW; END IF;
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM takedown_contact c WHERE c.request_id = OLD.request_id) THEN RETURN OLD; END IF;
  FOREACH answer IN ARRAY CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW.answer_id] WHEN 'DELETE' THEN ARRAY[OLD.answer_id]
    ELSE ARRAY[OLD.answer_id, NEW.answer_id] END LOOP
    SELECT a.state INTO now_is FROM takedown_answer a WHERE a.id = answer FOR SHARE;
    IF now_is <> 'proposed' THEN
      RAISE EXCEPTION 'the rows of answer % stay', answer USING ERRCODE = 'check_violation', CONSTRAINT = 'takedown_answer_row_stays';
    END IF;
  END LOOP;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $function$;

CREATE OR REPLACE FUNCTION public.refuse_restored()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF NEW.state = 'restored' AND (NEW.earliest_at >= now() OR EXISTS (SELECT 1 FROM court_filing WHERE counter_id = NEW.request_id)) THEN
    RAISE EXCEPTION 'not yet, or a filing stands: put-back refused' USING ERRCODE = 'check_violation', CONSTRAINT = 'put_back_no_filing';
  END IF;
  RETURN NEW;
END
$function$;

CREATE OR REPLACE FUNCTION public.refuse_unapproved_reach()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF NEW.status IS DISTINCT FROM OLD.status AND NEW.status::text IN ('actioned', 'partially_actioned')
     AND EXISTS (SELECT FROM takedown_reach r WHERE r.request_id = NEW.id AND r.state = 'waiting') THEN
    RAISE EXCEPTION 'request % reaches beyond what one person may decide', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$function$;

CREATE OR REPLACE FUNCTION public.require_answer()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF NEW.status::text = 'answered' THEN
    IF NOT EXISTS (
      SELECT FROM takedown_answer a
      WHERE a.request_id = NEW.id AND a.state = 'told' AND a.told_at = transaction_timestamp()
    ) THEN
      RAISE EXCEPTION 'takedown_request % is answered without an answer', NEW.id USING ERRCODE = 'check_violation';
    END IF;
  ELSIF NEW.asked_right = 'access' THEN
    RAISE EXCEPTION 'request % asks for access: it cannot become %', NEW.id, NEW.status USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$function$;

CREATE OR REPLACE FUNCTION public.require_checked_counter()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF NOT EXISTS (SELECT FROM counter_notice WHERE request_id = NEW.id AND state IN ('valid', 'restored', 'kept_down')) THEN
    RAISE EXCEPTION 'counter notice % became % without two people', NEW.id, NEW.status USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$function$;

CREATE OR REPLACE FUNCTION public.require_proof_of_rows()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF EXISTS (
    SELECT FROM takedown_answer_row r
    LEFT JOIN takedown_proof p ON p.id = r.proof_id AND p.request_id = NEW.request_id AND p.state = 'proven' AND p.method <> 'contact'
    WHERE r.answer_id = NEW.id AND (r.request_id <> NEW.request_id OR r.verdict = 'give' AND p.id IS NULL)
  ) THEN
    RAISE EXCEPTION 'answer % gives a row that nobody has shown to be theirs', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$function$;

CREATE OR REPLACE FUNCTION public.require_second()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF NEW.status::text = 'rejected' AND EXISTS (
    SELECT FROM takedown_event e
    WHERE e.request_id = NEW.id AND e.created_at = transaction_timestamp() AND e.type::text = 'rejected'
      AND e.actor LIKE 'system:%' AND e.data ->> 'reason' = 'abandoned'
  ) THEN
    RETURN NULL;
  END IF;
  IF NOT EXISTS (
    SELECT FROM takedown_second s
    WHERE s.request_id = NEW.id AND s.created_at = transaction_timestamp() AND s.decided = takedown_decided(NEW.id)
  ) THEN
    RAISE EXCEPTION 'takedown_request % became % without a second person', NEW.id, NEW.status USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$function$;

CREATE OR REPLACE FUNCTION public.require_takedown_event()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF current_user = 'winnow_app' AND NOT EXISTS (
    SELECT FROM takedown_event e
    WHERE e.request_id = NEW.id AND e.status = NEW.status AND e.created_at = transaction_timestamp()
  ) THEN
    RAISE EXCEPTION 'takedown_request % became % and no event says so', NEW.id, NEW.status USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$function$;

CREATE OR REPLACE FUNCTION public.set_case_kind()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  NEW.kind_id := case_kind_of(
    NEW.restricted, NEW.category, NEW.severity, NEW.language, NEW.detectors, NEW.types, NEW.queue_id);
  IF NOT EXISTS (SELECT FROM case_kind WHERE dataset_id = NEW.dataset_id AND id = NEW.kind_id) THEN
    INSERT INTO case_kind (dataset_id, id, restricted, category, severity, language, detectors, types, queue_id)
    VALUES (NEW.dataset_id, NEW.kind_id, NEW.restricted, NEW.category, NEW.severity, NEW.language, NEW.detectors, NEW.types,
      NEW.queue_id);
  END IF;
  RETURN NEW;
END
$function$;

CREATE OR REPLACE FUNCTION public.stands_aside(p_dataset uuid, p_person uuid, p_maintainer boolean)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  SELECT CASE
    WHEN EXISTS (SELECT FROM recusal r WHERE r.person_id = p_person AND r.dataset_id = p_dataset) THEN 'recused'
    WHEN p_maintainer AND EXISTS (
      SELECT FROM review_settings s WHERE s.dataset_id = p_dataset AND NOT s.maintainers_review) THEN 'maintains'
  END
$function$;

CREATE OR REPLACE FUNCTION public.takedown_decided(request uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  SELECT encode(sha256(convert_to(coalesce(string_agg(line, E'\n' ORDER BY line COLLATE "C"), ''), 'UTF8')), 'hex')
  FROM (
    SELECT DISTINCT c.id || ' ' || c.status || ' ' || coalesce(c.decision_id::text, '') AS line
    FROM takedown_match m JOIN review_case c ON c.dataset_id = m.dataset_id AND c.id = m.case_id
    WHERE m.request_id = request) decided
$function$;

CREATE OR REPLACE FUNCTION public.tally(p_dataset uuid, p_kind uuid, p_status case_status, p_cases integer)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
  UPDATE case_tally SET cases = cases + p_cases WHERE ctid = (
    SELECT ctid FROM case_tally WHERE dataset_id = p_dataset AND kind_id = p_kind AND status = p_status
    LIMIT 1 FOR UPDATE SKIP LOCKED);
  IF NOT FOUND THEN
    INSERT INTO case_tally (dataset_id, kind_id, status, cases) VALUES (p_dataset, p_kind, p_status, p_cases);
  END IF;
END
$function$;

CREATE OR REPLACE FUNCTION public.tally_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM tally(c.dataset_id, c.kind_id, c.status, c.cases) FROM (
    SELECT x.dataset_id, x.kind_id, x.status, sum(x.n)::integer AS cases FROM (
      SELECT dataset_id, kind_id, status, -1 AS n FROM was
      UNION ALL
      SELECT dataset_id, kind_id, status, 1 FROM fresh) x
    GROUP BY x.dataset_id, x.kind_id, x.status HAVING sum(x.n) <> 0) c;
  RETURN NULL;
END
$function$;

CREATE OR REPLACE FUNCTION public.tally_opened()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM tally(dataset_id, kind_id, status, count(*)::integer) FROM fresh GROUP BY dataset_id, kind_id, status;
  RETURN NULL;
END
$function$;

CREATE TRIGGER audit_draw_append_only BEFORE DELETE OR UPDATE ON public.audit_draw FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE audit_draw ENABLE ALWAYS TRIGGER audit_draw_append_only;
CREATE TRIGGER audit_draw_no_truncate BEFORE TRUNCATE ON public.audit_draw FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE audit_draw ENABLE ALWAYS TRIGGER audit_draw_no_truncate;
CREATE TRIGGER audit_drawn_append_only BEFORE DELETE OR UPDATE ON public.audit_drawn FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE audit_drawn ENABLE ALWAYS TRIGGER audit_drawn_append_only;
CREATE TRIGGER audit_drawn_no_truncate BEFORE TRUNCATE ON public.audit_drawn FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE audit_drawn ENABLE ALWAYS TRIGGER audit_drawn_no_truncate;
CREATE TRIGGER audit_seed_append_only BEFORE DELETE OR UPDATE ON public.audit_seed FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE audit_seed ENABLE ALWAYS TRIGGER audit_seed_append_only;
CREATE TRIGGER audit_seed_no_truncate BEFORE TRUNCATE ON public.audit_seed FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE audit_seed ENABLE ALWAYS TRIGGER audit_seed_no_truncate;
CREATE TRIGGER audit_view_append_only BEFORE DELETE OR UPDATE ON public.audit_view FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE audit_view ENABLE ALWAYS TRIGGER audit_view_append_only;
CREATE TRIGGER audit_view_no_truncate BEFORE TRUNCATE ON public.audit_view FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE audit_view ENABLE ALWAYS TRIGGER audit_view_no_truncate;
CREATE TRIGGER complaint_stays BEFORE UPDATE ON public.complaint FOR EACH ROW EXECUTE FUNCTION refuse_other_complaint();
CREATE TRIGGER copy_confirmation_receipt_stays BEFORE UPDATE ON public.copy_confirmation FOR EACH ROW WHEN (((old.receipt IS NOT NULL) AND (old.receipt IS DISTINCT FROM new.receipt))) EXECUTE FUNCTION refuse_other_receipt();
CREATE TRIGGER counter_notice_restored BEFORE UPDATE OF state ON public.counter_notice FOR EACH ROW EXECUTE FUNCTION refuse_restored();
CREATE TRIGGER counter_notice_stays BEFORE UPDATE ON public.counter_notice FOR EACH ROW EXECUTE FUNCTION refuse_other_counter();
CREATE TRIGGER court_filing_append_only BEFORE DELETE OR UPDATE ON public.court_filing FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE court_filing ENABLE ALWAYS TRIGGER court_filing_append_only;
CREATE TRIGGER court_filing_holds BEFORE INSERT ON public.court_filing FOR EACH ROW EXECUTE FUNCTION hold_for_filing();
CREATE TRIGGER court_filing_no_truncate BEFORE TRUNCATE ON public.court_filing FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE court_filing ENABLE ALWAYS TRIGGER court_filing_no_truncate;
CREATE TRIGGER dsa_statement_append_only BEFORE DELETE OR UPDATE ON public.dsa_statement FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE dsa_statement ENABLE ALWAYS TRIGGER dsa_statement_append_only;
CREATE TRIGGER log_checkpoint_append_only BEFORE DELETE OR UPDATE ON public.log_checkpoint FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE log_checkpoint ENABLE ALWAYS TRIGGER log_checkpoint_append_only;
CREATE TRIGGER log_checkpoint_no_truncate BEFORE TRUNCATE ON public.log_checkpoint FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE log_checkpoint ENABLE ALWAYS TRIGGER log_checkpoint_no_truncate;
CREATE TRIGGER log_cosignature_append_only BEFORE DELETE OR UPDATE ON public.log_cosignature FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE log_cosignature ENABLE ALWAYS TRIGGER log_cosignature_append_only;
CREATE TRIGGER log_cosignature_no_truncate BEFORE TRUNCATE ON public.log_cosignature FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE log_cosignature ENABLE ALWAYS TRIGGER log_cosignature_no_truncate;
CREATE TRIGGER log_entry_append_only BEFORE DELETE OR UPDATE ON public.log_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE log_entry ENABLE ALWAYS TRIGGER log_entry_append_only;
CREATE TRIGGER log_entry_no_truncate BEFORE TRUNCATE ON public.log_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE log_entry ENABLE ALWAYS TRIGGER log_entry_no_truncate;
CREATE TRIGGER log_head_grows BEFORE DELETE OR UPDATE ON public.log_head FOR EACH ROW EXECUTE FUNCTION guard_log_head();
ALTER TABLE log_head ENABLE ALWAYS TRIGGER log_head_grows;
CREATE TRIGGER log_head_no_truncate BEFORE TRUNCATE ON public.log_head FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE log_head ENABLE ALWAYS TRIGGER log_head_no_truncate;
CREATE TRIGGER log_tile_append_only BEFORE DELETE OR UPDATE ON public.log_tile FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE log_tile ENABLE ALWAYS TRIGGER log_tile_append_only;
CREATE TRIGGER log_tile_no_truncate BEFORE TRUNCATE ON public.log_tile FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE log_tile ENABLE ALWAYS TRIGGER log_tile_no_truncate;
CREATE TRIGGER policy_version_append_only BEFORE DELETE OR UPDATE ON public.policy_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE policy_version ENABLE ALWAYS TRIGGER policy_version_append_only;
CREATE TRIGGER policy_version_no_truncate BEFORE TRUNCATE ON public.policy_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE policy_version ENABLE ALWAYS TRIGGER policy_version_no_truncate;
CREATE TRIGGER reason_code_append_only BEFORE DELETE OR UPDATE ON public.reason_code FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE reason_code ENABLE ALWAYS TRIGGER reason_code_append_only;
CREATE TRIGGER reason_code_no_truncate BEFORE TRUNCATE ON public.reason_code FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE reason_code ENABLE ALWAYS TRIGGER reason_code_no_truncate;
CREATE TRIGGER register_fact_append_only BEFORE DELETE OR UPDATE ON public.register_fact FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE register_fact ENABLE ALWAYS TRIGGER register_fact_append_only;
CREATE TRIGGER retracted_match_append_only BEFORE DELETE OR UPDATE ON public.retracted_match FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE retracted_match ENABLE ALWAYS TRIGGER retracted_match_append_only;
CREATE TRIGGER retracted_match_no_truncate BEFORE TRUNCATE ON public.retracted_match FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE retracted_match ENABLE ALWAYS TRIGGER retracted_match_no_truncate;
CREATE TRIGGER review_case_kind BEFORE INSERT OR UPDATE OF restricted, category, severity, language, detectors, types, queue_id ON public.review_case FOR EACH ROW EXECUTE FUNCTION set_case_kind();
CREATE TRIGGER review_case_tally_changed AFTER UPDATE ON public.review_case REFERENCING OLD TABLE AS was NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tally_changed();
CREATE TRIGGER review_case_tally_opened AFTER INSERT ON public.review_case REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tally_opened();
CREATE TRIGGER role_change_append_only BEFORE DELETE OR UPDATE ON public.role_change FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE role_change ENABLE ALWAYS TRIGGER role_change_append_only;
CREATE TRIGGER role_change_no_truncate BEFORE TRUNCATE ON public.role_change FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE role_change ENABLE ALWAYS TRIGGER role_change_no_truncate;
CREATE TRIGGER sender_measure_append_only BEFORE DELETE OR UPDATE ON public.sender_measure FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE sender_measure ENABLE ALWAYS TRIGGER sender_measure_append_only;
CREATE TRIGGER sender_measure_no_truncate BEFORE TRUNCATE ON public.sender_measure FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE sender_measure ENABLE ALWAYS TRIGGER sender_measure_no_truncate;
CREATE TRIGGER strike_rescinded_append_only BEFORE DELETE OR UPDATE ON public.strike_rescinded FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE strike_rescinded ENABLE ALWAYS TRIGGER strike_rescinded_append_only;
CREATE TRIGGER strike_rescinded_no_truncate BEFORE TRUNCATE ON public.strike_rescinded FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE strike_rescinded ENABLE ALWAYS TRIGGER strike_rescinded_no_truncate;
CREATE CONSTRAINT TRIGGER takedown_answer_proven AFTER UPDATE OF state ON public.takedown_answer DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.state = 'told'::text) AND (new.kind = 'copy'::text))) EXECUTE FUNCTION require_proof_of_rows();
CREATE TRIGGER takedown_answer_stays BEFORE INSERT OR UPDATE ON public.takedown_answer FOR EACH ROW EXECUTE FUNCTION refuse_other_answer();
CREATE TRIGGER takedown_answer_row_stays BEFORE INSERT OR DELETE OR UPDATE ON public.takedown_answer_row FOR EACH ROW EXECUTE FUNCTION refuse_other_rows();
CREATE TRIGGER takedown_answer_view_append_only BEFORE DELETE OR UPDATE ON public.takedown_answer_view FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER takedown_answer_view_no_truncate BEFORE TRUNCATE ON public.takedown_answer_view FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE CONSTRAINT TRIGGER takedown_candidate_agreed AFTER UPDATE OF state ON public.takedown_candidate DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.state IS DISTINCT FROM old.state) AND ((new.state = 'dropped'::text) OR (new.tier = 'fuzzy'::text)))) EXECUTE FUNCTION refuse_old_agreement();
CREATE TRIGGER takedown_clock_event_append_only BEFORE DELETE OR UPDATE ON public.takedown_clock_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE takedown_clock_event ENABLE ALWAYS TRIGGER takedown_clock_event_append_only;
CREATE TRIGGER takedown_clock_event_no_truncate BEFORE TRUNCATE ON public.takedown_clock_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE takedown_clock_event ENABLE ALWAYS TRIGGER takedown_clock_event_no_truncate;
CREATE TRIGGER takedown_event_append_only BEFORE DELETE OR UPDATE ON public.takedown_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE takedown_event ENABLE ALWAYS TRIGGER takedown_event_append_only;
CREATE TRIGGER takedown_event_no_truncate BEFORE TRUNCATE ON public.takedown_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE takedown_event ENABLE ALWAYS TRIGGER takedown_event_no_truncate;
CREATE TRIGGER takedown_link_append_only BEFORE DELETE OR UPDATE ON public.takedown_link FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE takedown_link ENABLE ALWAYS TRIGGER takedown_link_append_only;
CREATE TRIGGER takedown_link_no_truncate BEFORE TRUNCATE ON public.takedown_link FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE takedown_link ENABLE ALWAYS TRIGGER takedown_link_no_truncate;
CREATE TRIGGER takedown_match_no_access BEFORE INSERT ON public.takedown_match FOR EACH ROW EXECUTE FUNCTION refuse_access_as_removal();
CREATE CONSTRAINT TRIGGER takedown_request_answer AFTER UPDATE OF status ON public.takedown_request DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.status IS DISTINCT FROM new.status) AND (((new.status)::text = 'answered'::text) OR ((new.asked_right = 'access'::text) AND ((new.status)::text = ANY (ARRAY['actioned'::text, 'partially_actioned'::text, 'no_action'::text, 'no_match'::text])))))) EXECUTE FUNCTION require_answer();
CREATE CONSTRAINT TRIGGER takedown_request_counter AFTER UPDATE OF status ON public.takedown_request DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((((new.kind)::text = 'counter_notice'::text) AND ((old.status)::text = 'under_review'::text) AND ((new.status)::text = ANY (ARRAY['actioned'::text, 'partially_actioned'::text])))) EXECUTE FUNCTION require_checked_counter();
CREATE CONSTRAINT TRIGGER takedown_request_event AFTER UPDATE OF status ON public.takedown_request DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((old.status IS DISTINCT FROM new.status)) EXECUTE FUNCTION require_takedown_event();
CREATE TRIGGER takedown_request_reach BEFORE UPDATE ON public.takedown_request FOR EACH ROW EXECUTE FUNCTION refuse_unapproved_reach();
CREATE CONSTRAINT TRIGGER takedown_request_second AFTER UPDATE OF status ON public.takedown_request DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((((new.kind)::text = ANY (ARRAY['copyright'::text, 'court_order'::text, 'publicity'::text])) AND (old.status IS DISTINCT FROM new.status) AND (((new.status)::text = 'rejected'::text) OR (((old.status)::text = ANY (ARRAY['under_review'::text, 'duplicate'::text])) AND ((new.status)::text = ANY (ARRAY['actioned'::text, 'partially_actioned'::text, 'no_action'::text, 'no_match'::text])))))) EXECUTE FUNCTION require_second();
CREATE TRIGGER takedown_right_stays BEFORE UPDATE ON public.takedown_request FOR EACH ROW WHEN ((old.asked_right IS DISTINCT FROM new.asked_right)) EXECUTE FUNCTION refuse_other_right();
CREATE TRIGGER takedown_retraction_append_only BEFORE DELETE OR UPDATE ON public.takedown_retraction FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE takedown_retraction ENABLE ALWAYS TRIGGER takedown_retraction_append_only;
CREATE TRIGGER takedown_retraction_no_truncate BEFORE TRUNCATE ON public.takedown_retraction FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE takedown_retraction ENABLE ALWAYS TRIGGER takedown_retraction_no_truncate;
CREATE TRIGGER takedown_reversal_append_only BEFORE DELETE OR UPDATE ON public.takedown_reversal FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE takedown_reversal ENABLE ALWAYS TRIGGER takedown_reversal_append_only;
CREATE TRIGGER takedown_reversal_in_time BEFORE INSERT ON public.takedown_reversal FOR EACH ROW EXECUTE FUNCTION refuse_early_put_back();
CREATE TRIGGER takedown_reversal_no_truncate BEFORE TRUNCATE ON public.takedown_reversal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE takedown_reversal ENABLE ALWAYS TRIGGER takedown_reversal_no_truncate;
CREATE TRIGGER takedown_second_append_only BEFORE DELETE OR UPDATE ON public.takedown_second FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE takedown_second ENABLE ALWAYS TRIGGER takedown_second_append_only;
CREATE TRIGGER takedown_second_no_truncate BEFORE TRUNCATE ON public.takedown_second FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE takedown_second ENABLE ALWAYS TRIGGER takedown_second_no_truncate;
CREATE TRIGGER takedown_statement_append_only BEFORE DELETE OR UPDATE ON public.takedown_statement FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE takedown_statement ENABLE ALWAYS TRIGGER takedown_statement_append_only;
CREATE TRIGGER takedown_statement_no_truncate BEFORE TRUNCATE ON public.takedown_statement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE takedown_statement ENABLE ALWAYS TRIGGER takedown_statement_no_truncate;
CREATE CONSTRAINT TRIGGER takedown_target_agreed AFTER INSERT ON public.takedown_target DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_old_agreement();

GRANT USAGE ON SCHEMA public TO PUBLIC;
GRANT USAGE ON SCHEMA graphile_worker TO winnow_app;
GRANT SELECT, USAGE ON SEQUENCE graphile_worker.job_queues_id_seq TO winnow_app;
GRANT SELECT, USAGE ON SEQUENCE graphile_worker.jobs_id_seq1 TO winnow_app;
GRANT SELECT, USAGE ON SEQUENCE graphile_worker.tasks_id_seq TO winnow_app;
GRANT INSERT, SELECT ON appeal TO winnow_app;
GRANT INSERT, SELECT ON audit_draw TO winnow_app;
GRANT INSERT, SELECT ON audit_drawn TO winnow_app;
GRANT INSERT, SELECT ON audit_seed TO winnow_app;
GRANT INSERT, SELECT ON audit_view TO winnow_app;
GRANT INSERT, SELECT, UPDATE (author_hmac) ON author_measure TO winnow_app;
GRANT INSERT, SELECT, UPDATE (author_hmac) ON author_strike TO winnow_app;
GRANT DELETE, INSERT, SELECT ON authority_report TO winnow_app;
GRANT INSERT, SELECT, UPDATE (beyond), UPDATE (decided), UPDATE (ended_at), UPDATE (evidence), UPDATE (skipped), UPDATE (started_at), UPDATE (started_by), UPDATE (state), UPDATE (stopped), UPDATE (total) ON bulk TO winnow_app;
GRANT DELETE, INSERT, SELECT, UPDATE (at), UPDATE (decision_id), UPDATE (detail), UPDATE (state), UPDATE (why) ON bulk_item TO winnow_app;
GRANT INSERT, SELECT, UPDATE (cases) ON case_export TO winnow_app;
GRANT INSERT, SELECT ON case_kind TO winnow_app;
GRANT INSERT, SELECT ON case_note TO winnow_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON case_presence TO winnow_app;
GRANT INSERT, SELECT, UPDATE (case_ids), UPDATE (query) ON case_search TO winnow_app;
GRANT DELETE, INSERT, SELECT, UPDATE (kind) ON case_seat TO winnow_app;
GRANT INSERT, SELECT, UPDATE ON case_tally TO winnow_app;
GRANT INSERT, SELECT, UPDATE ON category TO winnow_app;
GRANT INSERT, SELECT, UPDATE (case_ids), UPDATE (digests), UPDATE (heard_at), UPDATE (heard_by), UPDATE (kept_out), UPDATE (shown_by) ON complaint TO winnow_app;
GRANT INSERT, SELECT, UPDATE (receipt) ON copy_confirmation TO winnow_app;
GRANT INSERT, SELECT, UPDATE ON copy_holder TO winnow_app;
GRANT DELETE, INSERT, SELECT, UPDATE (approval_id), UPDATE (told_until), UPDATE (version) ON copy_holding TO winnow_app;
GRANT INSERT, SELECT ON copy_vetting TO winnow_app;
GRANT INSERT, SELECT, UPDATE (approved_at), UPDATE (approved_by), UPDATE (case_ids), UPDATE (checked_at), UPDATE (checked_by), UPDATE (earliest_at), UPDATE (ended_at), UPDATE (filer_id), UPDATE (identified_as), UPDATE (latest_at), UPDATE (of_request_id), UPDATE (received_at), UPDATE (rule_ids), UPDATE (state), UPDATE (strangers) ON counter_notice TO winnow_app;
GRANT INSERT, SELECT ON court_filing TO winnow_app;
GRANT INSERT, SELECT, UPDATE ON dataset TO winnow_app;
GRANT INSERT, SELECT, UPDATE (ended_at), UPDATE (ended_by) ON dataset_host TO winnow_app;
GRANT INSERT, SELECT ON dataset_promise TO winnow_app;
GRANT INSERT, SELECT ON decision TO winnow_app;
GRANT INSERT, SELECT ON decision_batch TO winnow_app;
GRANT SELECT ON decision_in_effect TO winnow_app;
GRANT SELECT ON decision_waiting TO winnow_app;
GRANT INSERT, SELECT, UPDATE (allowed), UPDATE (paused_at), UPDATE (revision_id), UPDATE (rows_hit), UPDATE (rows_seen), UPDATE (settled_at), UPDATE (settled_by), UPDATE (state) ON detector_watch TO winnow_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON detector_weight TO winnow_app;
GRANT INSERT, SELECT ON dsa_statement TO winnow_app;
GRANT INSERT, SELECT ON due_release TO winnow_app;
GRANT INSERT, SELECT, UPDATE ON due_release_setting TO winnow_app;
GRANT INSERT, SELECT, UPDATE ON erasure TO winnow_app;
GRANT INSERT, SELECT, UPDATE ON exposure TO winnow_app;
GRANT INSERT, SELECT, UPDATE ON flag TO winnow_app;
GRANT INSERT, SELECT ON fulfilment TO winnow_app;
GRANT INSERT, SELECT, UPDATE (confirmed_at), UPDATE (confirmed_by), UPDATE (retired_at), UPDATE (retired_by), UPDATE (retired_note) ON golden_item TO winnow_app;
GRANT INSERT, SELECT, UPDATE ON golden_serving TO winnow_app;
GRANT INSERT, SELECT, UPDATE ON golden_settings TO winnow_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON golden_standing TO winnow_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON graphile_worker._private_job_queues TO winnow_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON graphile_worker._private_jobs TO winnow_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON graphile_worker._private_known_crontabs TO winnow_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON graphile_worker._private_tasks TO winnow_app;
GRANT SELECT ON graphile_worker.jobs TO winnow_app;
GRANT SELECT ON graphile_worker.migrations TO winnow_app;
GRANT DELETE, INSERT, SELECT, UPDATE (revision_id), UPDATE (score), UPDATE (severity), UPDATE (spans) ON held_flag TO winnow_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON held_vote TO winnow_app;
GRANT INSERT, SELECT ON host_check TO winnow_app;
GRANT INSERT, SELECT ON identity TO winnow_app;
GRANT INSERT, SELECT, UPDATE (segment) ON import_chunk TO winnow_app;
GRANT INSERT, SELECT, UPDATE ON import_run TO winnow_app;
GRANT INSERT, SELECT, UPDATE (language) ON item TO winnow_app;
GRANT DELETE, INSERT, SELECT ON item_content TO winnow_app;
GRANT INSERT, SELECT, UPDATE ON keyboard_preference TO winnow_app;
GRANT INSERT, SELECT, UPDATE ON lease TO winnow_app;
GRANT SELECT ON log_checkpoint TO winnow_app;
GRANT SELECT ON log_cosignature TO winnow_app;
GRANT SELECT ON log_entry TO winnow_app;
GRANT SELECT ON log_head TO winnow_app;
GRANT DELETE, INSERT, SELECT ON log_opening TO winnow_app;
GRANT INSERT, SELECT ON log_pending TO winnow_app;
GRANT SELECT ON log_tile TO winnow_app;
GRANT SELECT ON log_witness TO winnow_app;
GRANT DELETE, INSERT, SELECT, UPDATE (cursor), UPDATE (found), UPDATE (last_look), UPDATE (state) ON lookup_search TO winnow_app;
GRANT INSERT, SELECT, UPDATE ON mail_message TO winnow_app;
GRANT DELETE, INSERT, SELECT ON membership TO winnow_app;
GRANT INSERT, SELECT ON near_duplicate TO winnow_app;
GRANT INSERT, SELECT, UPDATE (source_id), UPDATE (url) ON occurrence TO winnow_app;
GRANT DELETE, INSERT, SELECT ON pending_feed TO winnow_app;
GRANT INSERT, SELECT, UPDATE ON person TO winnow_app;
GRANT INSERT, SELECT ON policy_version TO winnow_app;
GRANT INSERT, SELECT ON quarantine TO winnow_app;
GRANT DELETE, INSERT, SELECT ON queue_arrival TO winnow_app;
GRANT INSERT, SELECT ON queue_change TO winnow_app;
GRANT INSERT, SELECT, UPDATE ON queue_position TO winnow_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON rate_limit TO winnow_app;
GRANT INSERT, SELECT ON reason_code TO winnow_app;
GRANT DELETE, INSERT, SELECT ON recusal TO winnow_app;
GRANT INSERT, SELECT ON register_entry TO winnow_app;
GRANT INSERT, SELECT ON register_fact TO winnow_app;
GRANT INSERT, SELECT, UPDATE ON release TO winnow_app;
GRANT INSERT, SELECT ON release_effect TO winnow_app;
GRANT INSERT, SELECT ON release_file TO winnow_app;
GRANT INSERT, SELECT, UPDATE ON release_head TO winnow_app;
GRANT INSERT, SELECT ON release_notice TO winnow_app;
GRANT INSERT, SELECT ON release_promise TO winnow_app;
GRANT INSERT, SELECT ON release_rule TO winnow_app;
GRANT INSERT, SELECT, UPDATE (hidden_at), UPDATE (hidden_by) ON report_in_sight TO winnow_app;
GRANT INSERT, SELECT ON report_limit TO winnow_app;
GRANT INSERT, SELECT ON retracted_match TO winnow_app;
GRANT INSERT, SELECT ON reveal TO winnow_app;
GRANT INSERT, SELECT ON review TO winnow_app;
GRANT INSERT, SELECT, UPDATE ON review_case TO winnow_app;
GRANT INSERT, SELECT, UPDATE ON review_queue TO winnow_app;
GRANT INSERT, SELECT, UPDATE ON review_settings TO winnow_app;
GRANT INSERT, SELECT, UPDATE ON reviewer_preference TO winnow_app;
GRANT INSERT, SELECT, UPDATE ON revision TO winnow_app;
GRANT INSERT, SELECT, UPDATE ON revision_file TO winnow_app;
GRANT INSERT, SELECT ON role_change TO winnow_app;
GRANT INSERT, SELECT ON rows_returned TO winnow_app;
GRANT INSERT, SELECT, UPDATE ON safeguard TO winnow_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON saved_view TO winnow_app;
GRANT INSERT, SELECT, UPDATE (revoked_at), UPDATE (revoked_by), UPDATE (sealed) ON sender TO winnow_app;
GRANT INSERT, SELECT ON sender_call TO winnow_app;
GRANT INSERT, SELECT ON sender_measure TO winnow_app;
GRANT DELETE, INSERT, SELECT ON site_membership TO winnow_app;
GRANT INSERT, SELECT ON site_viewing TO winnow_app;
GRANT INSERT, SELECT ON strike_rescinded TO winnow_app;
GRANT DELETE, INSERT, SELECT ON subject_key TO winnow_app;
GRANT DELETE, INSERT, SELECT ON suppression_asked TO winnow_app;
GRANT INSERT, SELECT ON suppression_decision TO winnow_app;
GRANT INSERT, SELECT, UPDATE ON suppression_rule TO winnow_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON table_preference TO winnow_app;
GRANT INSERT, SELECT, UPDATE (accepted_at), UPDATE (agreed_at), UPDATE (agreed_by), UPDATE (attempts), UPDATE (code_expires_at), UPDATE (code_hash), UPDATE (expires_at), UPDATE (opened_hash), UPDATE (opened_until), UPDATE (sealed), UPDATE (state), UPDATE (told_at) ON takedown_answer TO winnow_app;
GRANT DELETE, INSERT, SELECT ON takedown_answer_row TO winnow_app;
GRANT INSERT, SELECT ON takedown_answer_view TO winnow_app;
GRANT DELETE, INSERT, SELECT ON takedown_attachment TO winnow_app;
GRANT INSERT, SELECT ON takedown_attachment_view TO winnow_app;
GRANT INSERT, SELECT, UPDATE (decided), UPDATE (ended_at), UPDATE (needs_second), UPDATE (of_rows), UPDATE (rows), UPDATE (second_at), UPDATE (second_by), UPDATE (skipped), UPDATE (started_at), UPDATE (started_by), UPDATE (state), UPDATE (stopped), UPDATE (total) ON takedown_bulk TO winnow_app;
GRANT DELETE, INSERT, SELECT, UPDATE (at), UPDATE (detail), UPDATE (entries), UPDATE (state), UPDATE (why) ON takedown_bulk_item TO winnow_app;
GRANT DELETE, INSERT, SELECT, UPDATE ("offset"), UPDATE ("row"), UPDATE (at), UPDATE (by), UPDATE (contained), UPDATE (drawn), UPDATE (length), UPDATE (ordinal), UPDATE (revision_id), UPDATE (rows), UPDATE (similarity), UPDATE (source_id), UPDATE (spans), UPDATE (state), UPDATE (tier), UPDATE (url) ON takedown_candidate TO winnow_app;
GRANT INSERT, SELECT ON takedown_clock TO winnow_app;
GRANT INSERT, SELECT ON takedown_clock_event TO winnow_app;
GRANT INSERT, SELECT, UPDATE ON takedown_confirmation TO winnow_app;
GRANT DELETE, INSERT, SELECT, UPDATE (retain_until), UPDATE (sealed) ON takedown_contact TO winnow_app;
GRANT INSERT, SELECT ON takedown_event TO winnow_app;
GRANT INSERT, SELECT ON takedown_link TO winnow_app;
GRANT DELETE, INSERT, SELECT, UPDATE (told) ON takedown_match TO winnow_app;
GRANT INSERT, SELECT, UPDATE (answer), UPDATE (due_at), UPDATE (ended_at), UPDATE (extended_at) ON takedown_owner_window TO winnow_app;
GRANT DELETE, INSERT, SELECT, UPDATE (attempts), UPDATE (code_hash), UPDATE (ended_at), UPDATE (expires_at), UPDATE (last_look), UPDATE (state) ON takedown_proof TO winnow_app;
GRANT INSERT, SELECT, UPDATE (agreed), UPDATE (counted_at), UPDATE (covers), UPDATE (first_at), UPDATE (first_by), UPDATE (of_rows), UPDATE (revision_id), UPDATE (rows), UPDATE (second_at), UPDATE (second_by), UPDATE (state), UPDATE (tally) ON takedown_reach TO winnow_app;
GRANT INSERT, SELECT ON takedown_reminder TO winnow_app;
GRANT INSERT, SELECT, UPDATE ON takedown_request TO winnow_app;
GRANT DELETE, INSERT, SELECT ON takedown_reservation TO winnow_app;
GRANT INSERT, SELECT ON takedown_retraction TO winnow_app;
GRANT INSERT, SELECT ON takedown_reversal TO winnow_app;
GRANT DELETE, INSERT, SELECT, UPDATE ("row"), UPDATE (ended_at), UPDATE (ordinal), UPDATE (revision_id), UPDATE (rows_read), UPDATE (rows_total), UPDATE (started_at) ON takedown_scan TO winnow_app;
GRANT INSERT, SELECT ON takedown_second TO winnow_app;
GRANT INSERT, SELECT ON takedown_statement TO winnow_app;
GRANT DELETE, INSERT, SELECT, UPDATE (rows), UPDATE (source), UPDATE (state) ON takedown_target TO winnow_app;
GRANT DELETE, INSERT, SELECT ON takedown_waiting_letter TO winnow_app;
GRANT DELETE, INSERT, SELECT ON takedown_word TO winnow_app;
GRANT INSERT, SELECT, UPDATE (network), UPDATE (passed_at), UPDATE (passed_by) ON urgent_report TO winnow_app;
GRANT INSERT, SELECT, UPDATE ON volunteer_application TO winnow_app;
GRANT INSERT, SELECT ON log_checkpoint TO winnow_sequencer;
GRANT INSERT, SELECT ON log_cosignature TO winnow_sequencer;
GRANT INSERT, SELECT ON log_entry TO winnow_sequencer;
GRANT INSERT, SELECT, UPDATE (edge), UPDATE (root), UPDATE (size), UPDATE (updated_at) ON log_head TO winnow_sequencer;
GRANT DELETE, SELECT, UPDATE (id) ON log_pending TO winnow_sequencer;
GRANT INSERT, SELECT ON log_tile TO winnow_sequencer;
GRANT INSERT, SELECT, UPDATE (answered_at), UPDATE (failing_since), UPDATE (problem), UPDATE (size) ON log_witness TO winnow_sequencer;

CREATE POLICY winnow_app ON graphile_worker._private_job_queues FOR ALL TO winnow_app USING (true) WITH CHECK (true);
CREATE POLICY winnow_app ON graphile_worker._private_jobs FOR ALL TO winnow_app USING (true) WITH CHECK (true);
CREATE POLICY winnow_app ON graphile_worker._private_known_crontabs FOR ALL TO winnow_app USING (true) WITH CHECK (true);
CREATE POLICY winnow_app ON graphile_worker._private_tasks FOR ALL TO winnow_app USING (true) WITH CHECK (true);
