import { authority } from './authority'
import { EMAIL, type KindForm, NAME } from './question'

/** Articles 15 to 18 and 21 of the GDPR, the laws like it, and Cal. Civ. Code § 1798.120. Never a document, never a reason where none is needed. */
export const privacy: KindForm = {
  law: 'privacy.law',
  about: [
    {
      name: 'right',
      label: 'privacy.right.label',
      hint: 'privacy.right.hint',
      type: 'checks',
      min: 1,
      max: 100,
      missing: 'privacy.right.missing',
      options: [
        { value: 'erasure', label: 'privacy.right.erasure', hint: 'privacy.right.erasureHint' },
        { value: 'objection', label: 'privacy.right.objection', hint: 'privacy.right.objectionHint' },
        { value: 'restriction', label: 'privacy.right.restriction', hint: 'privacy.right.restrictionHint' },
        {
          value: 'opt_out_of_sale',
          label: 'privacy.right.optOutOfSale',
          hint: 'privacy.right.optOutOfSaleHint',
        },
        {
          value: 'rectification',
          label: 'privacy.right.rectification',
          hint: 'privacy.right.rectificationHint',
        },
        { value: 'access', label: 'privacy.right.access', hint: 'privacy.right.accessHint' },
      ],
    },
    {
      name: 'correction',
      label: 'privacy.correction.label',
      hint: 'privacy.correction.hint',
      type: 'area',
      min: 0,
      max: 5000,
      when: { name: 'right', is: 'rectification', min: 5 },
      missing: 'privacy.correction.missing',
    },
    {
      name: 'relation',
      label: 'privacy.relation.label',
      type: 'radio',
      min: 1,
      max: 20,
      missing: 'privacy.relation.missing',
      options: [
        { value: 'self', label: 'privacy.relation.self' },
        { value: 'child', label: 'privacy.relation.child' },
        { value: 'agent', label: 'privacy.relation.agent' },
        { value: 'deceased', label: 'privacy.relation.deceased' },
      ],
    },
    authority('privacy', ['child', 'agent', 'deceased']),
    {
      name: 'regime',
      label: 'privacy.regime.label',
      hint: 'privacy.regime.hint',
      type: 'radio',
      min: 0,
      max: 20,
      options: [
        { value: 'gdpr', label: 'privacy.regime.gdpr' },
        { value: 'uk', label: 'privacy.regime.uk' },
        { value: 'ccpa', label: 'privacy.regime.ccpa' },
        { value: 'other', label: 'privacy.regime.other' },
      ],
    },
    {
      name: 'identifiers',
      label: 'privacy.identifiers.label',
      hint: 'privacy.identifiers.hint',
      type: 'area',
      min: 0,
      max: 2000,
    },
    {
      name: 'statement',
      label: 'privacy.statement.label',
      hint: 'privacy.statement.hint',
      type: 'area',
      min: 0,
      max: 5000,
    },
  ],
  who: [NAME, EMAIL],
}

/** Regulation (EU) 2022/2065, Art. 16(2) */
export const illegalContent: KindForm = {
  law: 'illegal_content.law',
  about: [
    {
      name: 'concern',
      label: 'illegal_content.concern.label',
      type: 'radio',
      min: 1,
      max: 20,
      missing: 'illegal_content.concern.missing',
      options: [
        { value: 'hate', label: 'illegal_content.concern.hate' },
        {
          value: 'ncii',
          label: 'illegal_content.concern.ncii',
          hint: 'illegal_content.concern.nciiHint',
          lane: 'intimate',
        },
        {
          value: 'child_safety',
          label: 'illegal_content.concern.childSafety',
          hint: 'illegal_content.concern.childSafetyHint',
          lane: 'child',
        },
        { value: 'illegal', label: 'illegal_content.concern.illegal' },
      ],
    },
    {
      name: 'statement',
      label: 'illegal_content.statement.label',
      hint: 'illegal_content.statement.hint',
      type: 'area',
      min: 20,
      max: 5000,
      missing: 'illegal_content.statement.missing',
    },
    {
      name: 'law',
      label: 'illegal_content.alleged.label',
      hint: 'illegal_content.alleged.hint',
      type: 'text',
      min: 0,
      max: 300,
    },
    { name: 'territory', label: 'illegal_content.territory.label', type: 'text', min: 0, max: 200 },
  ],
  who: [NAME, EMAIL],
}

/** Directive (EU) 2019/790, Art. 4(3) */
export const optOut: KindForm = {
  law: 'opt_out.law',
  about: [
    {
      name: 'scope',
      label: 'opt_out.scope.label',
      hint: 'opt_out.scope.hint',
      type: 'radio',
      min: 0,
      max: 20,
      options: [
        { value: 'items', label: 'opt_out.scope.items' },
        { value: 'author', label: 'opt_out.scope.author' },
        { value: 'account', label: 'opt_out.scope.account' },
        { value: 'domain', label: 'opt_out.scope.domain' },
        { value: 'path', label: 'opt_out.scope.path' },
      ],
    },
    {
      name: 'include_future',
      label: 'opt_out.future.label',
      type: 'radio',
      min: 0,
      max: 20,
      options: [
        { value: 'yes', label: 'opt_out.future.yes', hint: 'opt_out.future.yesHint' },
        { value: 'no', label: 'opt_out.future.no' },
      ],
    },
    {
      name: 'relation',
      label: 'opt_out.relation.label',
      type: 'radio',
      min: 1,
      max: 20,
      missing: 'opt_out.relation.missing',
      options: [
        { value: 'author', label: 'opt_out.relation.author' },
        { value: 'holder', label: 'opt_out.relation.holder' },
        { value: 'site', label: 'opt_out.relation.site' },
      ],
    },
    {
      name: 'proof',
      label: 'opt_out.proof.label',
      hint: 'opt_out.proof.hint',
      type: 'radio',
      min: 0,
      max: 20,
      options: [
        { value: 'email', label: 'opt_out.proof.email' },
        { value: 'well_known', label: 'opt_out.proof.wellKnown' },
        { value: 'dns', label: 'opt_out.proof.dns' },
        { value: 'page', label: 'opt_out.proof.page' },
      ],
    },
    {
      name: 'account',
      label: 'opt_out.account.label',
      hint: 'opt_out.account.hint',
      type: 'text',
      min: 0,
      max: 1000,
      when: { name: 'proof', is: 'page', min: 0 },
    },
    {
      name: 'statement',
      label: 'opt_out.statement.label',
      hint: 'opt_out.statement.hint',
      type: 'area',
      min: 0,
      max: 5000,
    },
  ],
  who: [NAME, EMAIL],
}

export const other: KindForm = {
  about: [
    {
      name: 'statement',
      label: 'other.statement.label',
      type: 'area',
      min: 20,
      max: 5000,
      missing: 'other.statement.missing',
    },
  ],
  who: [NAME, EMAIL],
}
