/** Counter notices, requests taken back, and what is decided about sources and senders. */
export const otherSide = {
  errors: {
    nothingToRetract: 'None of that is asked for any more, or it never was.',
    mark: 'Mark at least one of them.',
    checked: 'Somebody decided about this counter notice meanwhile.',
    notChecked: 'First somebody has to find it complete.',
    secondPerson: 'You found it complete yourself; somebody else has to agree.',
    own: 'It was sent from your own address: others decide about it.',
    notCountered: 'Nothing is waiting to be put back here.',
    noContact: 'Whoever sent it is not known any more.',
    notEnough: 'There is not enough on record for that yet.',
    notWarned: 'They have to be warned first, and given time.',
    already: 'That was done already.',
    ownDecision: 'You decided it yourself; somebody else has to answer.',
    neverHeld: 'A request of this kind is never held.',
  },
  input: {
    extent: 'Say how much you take back.',
    identified: 'Say how they were shown to be the one whose material it is.',
    missing: 'Mark at least one thing that is missing.',
    court: 'The name of the court.',
    caseNumber: 'The number of the case.',
    filedOn: 'The day of the filing, today at the latest.',
    finding: 'Choose one.',
    days: 'From 1 to 90 days.',
    grounds: 'A few words, 10 characters at least.',
  },

  /** Of letters, and of what a person reads after pressing the button. */
  retracted: {
    reversed:
      '{n, plural, =0 {No decision was changed.} one {# item is as it was before the request.} other {# items are as they were before the request.}}',
    stays: {
      flagged:
        '{n, plural, one {# item stays} other {# items stay}} as decided: the decision also rests on a finding of our own.',
      other_request:
        '{n, plural, one {# item stays} other {# items stay}} as decided: somebody else asks for that too.',
      same_request:
        '{n, plural, one {# item stays} other {# items stay}} as decided: another thing that the request names leads to it as well.',
      before:
        '{n, plural, one {# item stays} other {# items stay}} as decided: that was done before the request came.',
      open: '{n, plural, one {# item is} other {# items are}} being looked at again by people already.',
      kept: '{n, plural, one {# item was} other {# items were}} not removed, so nothing had to be done.',
    },
    rules:
      '{n, plural, one {# standing rule} other {# standing rules}} that kept later revisions free of it ended.',
    rulesStay:
      '{n, plural, one {# standing rule stays} other {# standing rules stay}}: somebody else asks for that too.',
  },
  putBack: {
    done: '{n, plural, =0 {No decision was changed.} one {# item is put back.} other {# items are put back.}}',
  },
  news: {
    retracted: 'The request was taken back by who made it.',
    retractedPart: 'Part of the request was taken back by who made it.',
    countered:
      'A counter notice about {n, plural, one {# item} other {# items}} was passed on. {n, plural, one {It comes} other {They come}} back after {earliest} and by {latest}, unless the claimant tells of a court action before.',
  },
  copy: {
    where: 'What was removed, and where it was',
    all: 'Everything that was removed on the request.',
    more: '… and {n, plural, one {# more} other {# more}}',
  },
  elements: {
    signature: 'The signature: your full name (A).',
    material: 'What was removed, and where it was before (B).',
    mistake:
      'The statement, under penalty of perjury, that it was removed by mistake or misidentification (C).',
    contact: 'Your name, your address and your telephone number (D).',
    jurisdiction: 'That you accept a federal court and service of process (D).',
    not_theirs: 'We could not see that the material is yours, or that you act for whose it is.',
  },
} as const
