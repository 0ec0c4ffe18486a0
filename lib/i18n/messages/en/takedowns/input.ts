/** What is wrong with what was sent. */
export const input = {
  kind: 'Choose what you would like to ask',
  sure: 'Tick the box if you want to withdraw the request',
  reference: 'Write the number of your request, like 7K3M-Q2ZD',
  grounds: 'Say what was overlooked',
  groundsShort: 'Say what was overlooked, in a sentence at least',
  long: 'Use at most {max} characters',
  keptOut: 'Choose whether they are kept out.',
  reason: 'Choose a reason.',
  dataset: 'Choose a dataset',
  targets: 'Say where it is',
  targetsLong: 'This is more than one request can hold. Send the rest as a second request.',
  file: {
    too_large: 'This file is larger than 5 MB',
    too_many: 'This file has more than 20,000 entries. Send the rest with a second request',
    not_text: 'This file is not text. Save it as CSV or JSON',
    not_a_list: 'This file is no list. Save it as CSV or JSON',
    empty: 'Nothing in this file says where something is',
  },
  targetsNone: 'Give at least one link, row, digest or web address, or the exact words in quotation marks',
  email: 'Enter an e-mail address like name@example.org',
  noRestriction:
    'The law of California has no restriction. You can ask that it is neither sold nor shared, or that it is erased',
  noOptOutOfSale:
    'Only the law of California has this choice. Where you live, “I object to its use” does the same and more',
  identifiersShort: 'Write at least 8 characters on a line, or say above where it is',
  emailLong: 'This address is too long',
  answer: 'Answer this question',
  declaredOtherwise: 'The words of this declaration have changed. Read them again',
} as const
