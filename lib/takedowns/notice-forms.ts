import { authority } from './authority'
import { EMAIL, type KindForm, NAME, type Question, SIGNATURE } from './question'
import { ofAll } from './whole-dataset'

/** `7QK4-M2XD`, as the letters and pages write it. */
const reference = (
  label: Question['label'],
  hint: Question['hint'],
  missing: Question['missing'],
): Question => ({
  ...{ name: 'reference', label, hint, missing },
  ...{ type: 'text', min: 9, max: 20 },
})

/** 17 U.S.C. § 512(c)(3)(A) */
export const copyright: KindForm = {
  law: 'copyright.law',
  about: [
    {
      name: 'work',
      label: 'copyright.work.label',
      hint: 'copyright.work.hint',
      type: 'area',
      min: 20,
      max: 5000,
      missing: 'copyright.work.missing',
    },
    {
      name: 'work_url',
      label: 'copyright.workUrl.label',
      hint: 'copyright.workUrl.hint',
      type: 'text',
      min: 0,
      max: 1000,
    },
    {
      name: 'relation',
      label: 'copyright.relation.label',
      type: 'radio',
      min: 1,
      max: 20,
      missing: 'copyright.relation.missing',
      options: [
        { value: 'owner', label: 'copyright.relation.owner' },
        { value: 'agent', label: 'copyright.relation.agent' },
      ],
    },
    ...ofAll('copyright'),
  ],
  who: [
    { ...SIGNATURE, label: 'copyright.name.label', hint: 'copyright.name.hint' },
    EMAIL,
    {
      name: 'postal',
      label: 'copyright.postal.label',
      hint: 'copyright.postal.hint',
      type: 'area',
      min: 6,
      max: 500,
      missing: 'copyright.postal.missing',
      autoComplete: 'street-address',
    },
  ],
  warning: 'copyright.warning',
}

/** 17 U.S.C. § 512(g)(3): both the address and the telephone number, which the other side gets. */
export const counterNotice: KindForm = {
  law: 'counter_notice.law',
  about: [
    reference(
      'counter_notice.reference.label',
      'counter_notice.reference.hint',
      'counter_notice.reference.missing',
    ),
    {
      name: 'relation',
      label: 'counter_notice.relation.label',
      type: 'radio',
      min: 1,
      max: 20,
      missing: 'counter_notice.relation.missing',
      options: [
        { value: 'owner', label: 'counter_notice.relation.owner' },
        { value: 'agent', label: 'counter_notice.relation.agent' },
      ],
    },
    {
      name: 'statement',
      label: 'counter_notice.statement.label',
      hint: 'counter_notice.statement.hint',
      type: 'area',
      min: 20,
      max: 5000,
      missing: 'counter_notice.statement.missing',
    },
  ],
  who: [
    SIGNATURE,
    EMAIL,
    {
      name: 'address',
      label: 'counter_notice.address.label',
      hint: 'counter_notice.address.hint',
      type: 'area',
      min: 10,
      max: 500,
      missing: 'counter_notice.address.missing',
      autoComplete: 'street-address',
    },
    {
      name: 'phone',
      label: 'counter_notice.phone.label',
      hint: 'counter_notice.phone.hint',
      type: 'text',
      min: 6,
      max: 40,
      missing: 'counter_notice.phone.missing',
      autoComplete: 'tel',
    },
  ],
  warning: 'counter_notice.warning',
}

export const retraction: KindForm = {
  about: [
    reference('retraction.reference.label', 'retraction.reference.hint', 'retraction.reference.missing'),
    {
      name: 'extent',
      label: 'retraction.extent.label',
      type: 'radio',
      min: 1,
      max: 20,
      missing: 'retraction.extent.missing',
      options: [
        { value: 'whole', label: 'retraction.extent.whole', hint: 'retraction.extent.wholeHint' },
        { value: 'part', label: 'retraction.extent.part', hint: 'retraction.extent.partHint' },
        { value: 'except', label: 'retraction.extent.except', hint: 'retraction.extent.exceptHint' },
      ],
    },
    { name: 'statement', label: 'retraction.statement.label', type: 'area', min: 0, max: 5000 },
  ],
  who: [NAME, { ...EMAIL, hint: 'retraction.email.hint' }],
}

export const courtOrder: KindForm = {
  about: [
    {
      name: 'court',
      label: 'court_order.court.label',
      hint: 'court_order.court.hint',
      type: 'text',
      min: 3,
      max: 300,
      missing: 'court_order.court.missing',
    },
    {
      name: 'case_number',
      label: 'court_order.caseNumber.label',
      type: 'text',
      min: 1,
      max: 100,
      missing: 'court_order.caseNumber.missing',
    },
    {
      name: 'parties',
      label: 'court_order.parties.label',
      type: 'area',
      min: 3,
      max: 2000,
      missing: 'court_order.parties.missing',
    },
    {
      name: 'ordered',
      label: 'court_order.ordered.label',
      hint: 'court_order.ordered.hint',
      type: 'area',
      min: 20,
      max: 5000,
      missing: 'court_order.ordered.missing',
    },
    {
      name: 'concerns',
      label: 'court_order.concerns.label',
      type: 'radio',
      min: 1,
      max: 20,
      missing: 'court_order.concerns.missing',
      options: [
        { value: 'copyright', label: 'court_order.concerns.copyright' },
        { value: 'pii', label: 'court_order.concerns.pii' },
        { value: 'illegal', label: 'court_order.concerns.illegal' },
        { value: 'other', label: 'court_order.concerns.other' },
      ],
    },
    {
      name: 'confidential',
      label: 'court_order.confidential.label',
      type: 'radio',
      min: 1,
      max: 20,
      missing: 'court_order.confidential.missing',
      options: [
        { value: 'no', label: 'court_order.confidential.no' },
        {
          value: 'yes',
          label: 'court_order.confidential.yes',
          hint: 'court_order.confidential.yesHint',
        },
      ],
    },
    {
      name: 'relation',
      label: 'court_order.relation.label',
      type: 'radio',
      min: 1,
      max: 20,
      missing: 'court_order.relation.missing',
      options: [
        { value: 'party', label: 'court_order.relation.party' },
        { value: 'counsel', label: 'court_order.relation.counsel' },
        { value: 'authority', label: 'court_order.relation.authority' },
      ],
    },
  ],
  who: [NAME, EMAIL],
}

/** Regulation (EU) 2022/2065, Art. 20: whoever wrote it complains of a decision to take it out, whatever for. */
export const complaint: KindForm = {
  law: 'complaint.law',
  about: [
    {
      name: 'relation',
      label: 'complaint.relation.label',
      type: 'radio',
      min: 1,
      max: 20,
      missing: 'complaint.relation.missing',
      options: [
        { value: 'author', label: 'complaint.relation.author' },
        { value: 'agent', label: 'complaint.relation.agent' },
      ],
    },
    authority('complaint', ['agent']),
    {
      name: 'statement',
      label: 'complaint.statement.label',
      hint: 'complaint.statement.hint',
      type: 'area',
      min: 20,
      max: 5000,
      missing: 'complaint.statement.missing',
    },
    {
      name: 'shown',
      label: 'complaint.shown.label',
      hint: 'complaint.shown.hint',
      type: 'area',
      min: 0,
      max: 1000,
    },
  ],
  who: [NAME, EMAIL],
}
