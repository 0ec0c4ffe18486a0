import { authority } from './authority'
import { EMAIL, type KindForm, NAME, SIGNATURE } from './question'
import { ofAll } from './whole-dataset'

/** Terms under which something was published. No law prescribes a notice; the maintainer needs to know which terms, and how they are broken. */
export const licence: KindForm = {
  about: [
    {
      name: 'relation',
      label: 'licence.relation.label',
      type: 'radio',
      min: 1,
      max: 20,
      missing: 'licence.relation.missing',
      options: [
        { value: 'publisher', label: 'licence.relation.publisher' },
        {
          value: 'controlled',
          label: 'licence.relation.controlled',
          hint: 'licence.relation.controlledHint',
        },
        { value: 'holder', label: 'licence.relation.holder' },
      ],
    },
    ...ofAll('licence'),
    {
      name: 'licence',
      label: 'licence.licence.label',
      hint: 'licence.licence.hint',
      type: 'text',
      min: 2,
      max: 500,
      missing: 'licence.licence.missing',
    },
    {
      name: 'statement',
      label: 'licence.statement.label',
      hint: 'licence.statement.hint',
      type: 'area',
      min: 20,
      max: 5000,
      missing: 'licence.statement.missing',
    },
    {
      name: 'remedy',
      label: 'licence.remedy.label',
      type: 'radio',
      min: 1,
      max: 20,
      missing: 'licence.remedy.missing',
      options: [
        { value: 'remove', label: 'licence.remedy.remove' },
        { value: 'restrict', label: 'licence.remedy.restrict' },
        { value: 'attribute', label: 'licence.remedy.attribute' },
        { value: 'other', label: 'licence.remedy.other' },
      ],
    },
  ],
  who: [NAME, EMAIL],
}

/** State law (Cal. Civ. Code § 3344 and its like), which prescribes no notice: who it is, what is used, and that nobody allowed it. */
export const publicity: KindForm = {
  about: [
    {
      name: 'relation',
      label: 'publicity.relation.label',
      type: 'radio',
      min: 1,
      max: 20,
      missing: 'publicity.relation.missing',
      options: [
        { value: 'self', label: 'publicity.relation.self' },
        { value: 'agent', label: 'publicity.relation.agent' },
        { value: 'heir', label: 'publicity.relation.heir' },
      ],
    },
    authority('publicity', ['agent', 'heir']),
    {
      name: 'likeness',
      label: 'publicity.likeness.label',
      type: 'radio',
      min: 1,
      max: 20,
      missing: 'publicity.likeness.missing',
      options: [
        { value: 'name', label: 'publicity.likeness.name' },
        { value: 'image', label: 'publicity.likeness.image' },
        { value: 'voice', label: 'publicity.likeness.voice' },
        { value: 'other', label: 'publicity.likeness.other' },
      ],
    },
    {
      name: 'statement',
      label: 'publicity.statement.label',
      type: 'area',
      min: 20,
      max: 5000,
      missing: 'publicity.statement.missing',
    },
    {
      name: 'permission',
      label: 'publicity.permission.label',
      type: 'radio',
      min: 1,
      max: 20,
      missing: 'publicity.permission.missing',
      options: [
        { value: 'none', label: 'publicity.permission.none' },
        { value: 'other_use', label: 'publicity.permission.otherUse' },
        { value: 'ended', label: 'publicity.permission.ended' },
      ],
    },
    {
      name: 'territory',
      label: 'publicity.territory.label',
      hint: 'publicity.territory.hint',
      type: 'text',
      min: 0,
      max: 200,
    },
  ],
  who: [SIGNATURE, EMAIL],
}
