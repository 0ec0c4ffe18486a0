/** Counter notices, requests taken back, and what is decided about sources and senders. */
export const otherSide = {
  errors: {
    nothingToRetract: 'None of that is asked for any more, or it never was.',
    notAlone:
      'What is illegal, restricted or ordered by a court does not come back because its sender wishes it.',
    mark: 'Mark at least one of them.',
    checked: 'Somebody decided about this counter notice meanwhile.',
    notChecked: 'First somebody has to find it complete.',
    againFirst:
      'The removal it answers is held or looked at again. It is passed on when that is answered; its days count from when it came.',
    looking:
      'Much was decided since it came. Its words are being looked for in that; it can be heard when that is over.',
    lookedFor: 'It has been looked for, or is being looked for.',
    ownRule: 'You made a rule that keeps out what it names. Somebody else has to look at it.',
    dismissRule:
      'You made a rule that keeps out what it names. Somebody else has to say that it is not taken up.',
    dismissDecision:
      'You took out something that it names. Somebody else has to say that it is not taken up.',
    secondPerson: 'You found it complete yourself; somebody else has to agree.',
    own: 'It was sent from your own address: others decide about it.',
    ownAnswered: 'It answers a request from your own address: others decide about it.',
    notCountered: 'Nothing is waiting to be put back here.',
    byItself: 'The claimant was told: it comes back by itself when its days are over.',
    notYet: 'The ten business days are not over yet.',
    noContact: 'Whoever sent it is not known any more.',
    notEnough: 'There is not enough on record for that yet.',
    notWarned: 'They have to be warned first, and given time.',
    already: 'That was done already.',
    ownDecision: 'You decided it yourself; somebody else has to answer.',
    neverHeld: 'A request of this kind is never held.',
  },
  /** Why a complaint is not dismissed yet. */
  lookFirst: {
    waits:
      'What it names has not been looked for yet. It can be dismissed when that is over: only then is it known who had a part in it.',
    runs: 'What it names is still being looked for. It can be dismissed when that is over: only then is it known who had a part in it.',
    failed:
      'The search for what it names failed. It can be dismissed when that was looked for: only then is it known who had a part in it. Have it looked for again.',
    asked:
      'Its sender was asked for something before what it names was looked for to the end. It can be dismissed when they have answered and that is over: only then is it known who had a part in it.',
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
      court:
        '{n, plural, one {# item stays} other {# items stay}} removed: a court has been asked about that.',
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
      'A counter notice about {n, plural, one {# item} other {# items}}{rules, plural, =0 {} one { and what a standing rule keeps out} other { and what # standing rules keep out}} was passed on. What it is about comes back after {earliest} and by {latest}, unless the claimant tells of a court action before.',
    counteredUnreached:
      'A counter notice about {n, plural, one {# item} other {# items}}{rules, plural, =0 {} one { and what a standing rule keeps out} other { and what # standing rules keep out}} is complete. The claimant was erased and cannot be told, so what it is about does not come back by itself: somebody has to decide that on the page of the request, after {earliest} and by {latest}.',
  },
  copy: {
    where: 'What was removed, and where it was',
    all: 'Everything that was removed on the request.',
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
  identified: {
    maintainer: 'Maintains the dataset, by the confirmed address',
    row_identifier: 'Controls the address or account that stands in the rows',
    domain: 'Controls the domain the rows come from',
    agent_letter: 'Acts for somebody, by a letter',
    document_seen: 'A document was seen, and not kept',
  },

  /** On the page of a request, for those who handle it. */
  staff: {
    title: 'The other side',
    complaint: {
      title: 'The complaint',
      found:
        '{n, plural, =0 {No decision took out what it names.} one {# decision took out what it names:} other {# decisions took out what it names:}}',
      text: 'When somebody has seen that they wrote it, these decisions go to people who had no part in them. They are told nothing before.',
      textNone: 'When somebody has seen that they wrote it, they are answered. They are told nothing before.',
      rules:
        '{n, plural, one {A standing rule keeps} other {# standing rules keep}} out what it names, where no decision is about it:',
      rulesText:
        'A rule is not contested with the others: look at it yourself. If it should end, end it on its page before you go on; they are then told that it is back, else that the rule stays and what they can do.',
      how: 'How was it shown that it is theirs?',
      choose: 'Choose',
      hear: 'Have it looked at again',
      hearNone: 'Say that it is theirs',
      recording: 'Recording…',
      heard: 'Shown to be theirs: {how}.',
    },
    takenBack: 'Taken back by its requester',
    takenBackInPart: 'Taken back in part by its requester',
    link: {
      counters: {
        to: 'A counter notice to the request <link>{reference}</link>',
        from: 'Answered by the counter notice <link>{reference}</link>',
      },
      retracts: {
        to: 'Takes back the request <link>{reference}</link>',
        from: 'Taken back by the letter <link>{reference}</link>',
      },
      revises: {
        to: 'A revision of the request <link>{reference}</link>',
        from: 'Revised by the request <link>{reference}</link>',
      },
      duplicates: {
        to: 'Asks for the same as <link>{reference}</link>',
        from: 'The same is asked for by <link>{reference}</link>',
      },
    },
    counter: {
      state: {
        filed:
          'A counter notice about {n, plural, one {# item} other {# items}}{rules, plural, =0 {} one { and what a standing rule keeps out} other { and what # standing rules keep out}} has come. It goes to the claimant when two people find it complete.',
        checked: 'One person has found the counter notice complete. A second one has to agree.',
        valid:
          'The claimant has a copy of the counter notice. What it is about ({n, plural, one {# item} other {# items}}{rules, plural, =0 {} one { and what a standing rule keeps out} other { and what # standing rules keep out}}) comes back after {earliest}, by {latest} at the latest, unless a court action is recorded before.',
        unreached:
          'Nobody could tell the claimant: what they told of themselves was erased. What it is about ({n, plural, one {# item} other {# items}}{rules, plural, =0 {} one { and what a standing rule keeps out} other { and what # standing rules keep out}}) comes back only when somebody decides that, after {earliest}.',
        restored: 'What the counter notice is about is put back.',
        kept_down: 'The claimant has gone to court: it stays removed.',
        refused: 'The counter notice was not complete; its sender was told what is missing.',
        lapsed:
          'The counter notice stands no more: it was taken back or closed, waits for its sender, or what it answered was taken back.',
      },
      strangers:
        '{n, plural, one {One thing that it lists was} other {# things that it lists were}} not removed on this request.',
      filing: 'Court action: {court}, {caseNumber}, filed {date}.',
      filingErased: 'Court action filed {date}; the details were erased.',
      againFirst:
        'The removal it answers is held or looked at again. It is passed on when that is answered; its days count from when it came.',
      identified: 'How do we know that the material is theirs?',
      choose: 'Choose',
      check: 'It is complete',
      approveText:
        'The claimant gets it whole, with name, address and telephone number. The days until the material comes back then run from its receipt.',
      approveUnreached:
        'The claimant cannot be told: what they told of themselves was erased, at their wish or after its time. They do not hear of it and cannot go to court in time, so nothing comes back by itself: after the tenth business day somebody has to decide that.',
      approve: 'Agree and pass it on',
      approveAlone: 'Agree, though nobody can be told',
      putBackText: 'The ten business days are over. The claimant could not be told of the counter notice.',
      putBack: 'Put it back all the same',
      missing: 'What is missing',
      refuse: 'Tell its sender what is missing',
      fileText: 'Before the material comes back the claimant can tell of an action in court. Record it here.',
      court: 'Court',
      caseNumber: 'Number of the case',
      filedOn: 'Day of the filing',
      file: 'Record the court action',
      recording: 'Recording…',
    },
    authors: {
      title: 'Repeated infringement',
      text: 'Upheld copyright requests against the same author, each for {strikeDays, number} days. From {warnFrom, number} a lead may warn; from {leaveOutFrom, number}, {warnedDays, number} days after the warning at the earliest, leave the author out.',
      strikes: '{n, plural, one {# upheld request} other {# upheld requests}} ({references}).',
      warned: 'Warned on {date}.',
      leftOut: 'Left out by a standing rule.',
      warn: 'Warn',
      reason: 'Reason',
      choose: 'Choose',
      leaveOut: 'Leave this author out',
      recording: 'Recording…',
    },
    sender: {
      title: 'Its sender',
      counts:
        '{n, plural, one {# confirmed request} other {# confirmed requests}} from this address in {days, number} days, {unfounded, number} found manifestly unfounded.',
      warned: 'Warned on {date}.',
      suspended: 'Requests are held until {date}.',
      held: 'Held for a look',
      heldText:
        'Its sender is suspended until {date}. The request goes on by itself then, or now, if you have looked.',
      letThrough: 'Let it through',
      contested: 'They contest it',
      finding: 'Was this request manifestly unfounded?',
      findingHint: 'Only what anybody can see at once, not what was merely refused.',
      unfounded: 'Manifestly unfounded',
      notUnfounded: 'No',
      record: 'Record',
      warn: 'Send a warning',
      suspendText:
        'Look at how many there were, how large their share is, how grave they are and what was meant by them.',
      days: 'Days, {most, number} at most',
      suspend: 'Hold their requests',
      answer: 'Your answer, as somebody who had no part in it',
      lift: 'It was wrong to hold them',
      uphold: 'They stay held',
      answerAction: 'Answer',
      recording: 'Recording…',
    },
  },

  /** On the private page of a request. */
  track: {
    counter: {
      titleMine: 'Your counter notice',
      titleTheirs: 'A counter notice',
      mine: {
        filed: 'People look whether it is complete.',
        checked: 'People look whether it is complete.',
        valid:
          'It is complete, and went to who asked for the removal. What it is about comes back after {earliest} and by {latest}, unless they go to court before.',
        unreached:
          'It is complete, but we cannot write to who asked for the removal any more. What it is about does not come back before {earliest}, and then when somebody here decides that.',
        restored: 'What it is about is put back.',
        kept_down: 'Who asked for the removal has gone to court. It stays removed until a court decides.',
        refused: 'It was not complete. The letter says what is missing; you can send another.',
        lapsed: 'It stands no more: you took it back, it was closed, or what it answered was taken back.',
      },
      theirs: {
        valid:
          'Somebody answered your request; you have a copy by mail. What was removed comes back after {earliest} and by {latest}, unless you tell us before that you have gone to court.',
        unreached:
          'Somebody answered your request. We could not send you a copy, because what you told us of yourself has been erased. What was removed does not come back before {earliest}, and then when somebody here decides that; if you go to court about it, write to us.',
        restored:
          'The time is over and we have not been told of a court action: what it was about is put back.',
        kept_down: 'You went to court: it stays removed.',
      },
    },
    suspended: {
      title: 'Your requests are held for a time',
      text: 'Until {date} requests from your address wait until a person has looked at them. None is refused unread.',
      contested: 'You contested this. Somebody who had no part in it answers.',
      grounds: 'Why this is wrong',
      contest: 'Contest',
      sending: 'Sending…',
    },
    retract: {
      title: 'Take it back',
      textCounter:
        'What your counter notice is about then stays removed, unless somebody else answers its removal too.',
      text: 'What was decided because of you alone is then as it was before. What others asked for too stays.',
      extent: 'How much do you take back?',
      whole: 'All of it',
      part: 'Only what I mark below',
      except: 'All except what I mark below',
      which: 'What you named',
      whichHint: 'Needed unless you take back all of it.',
      long: 'To take back a part of a list this long, send a retraction with the list.',
      sure: 'I am sure',
      action: 'Take it back',
      recording: 'Taking it back…',
    },
  },
} as const
