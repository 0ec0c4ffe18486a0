/** The private page of a request. */
export const track = {
  complaint: {
    actioned:
      'People who had no part in the first decisions have looked again: what you wrote will be in the next release, as far as nothing else keeps it out.',
    partially_actioned:
      'People who had no part in the first decisions have looked again: some of what you wrote will be in the next release, or more of it than before.',
    no_action:
      'People who had no part in the first decisions have looked again: it stays as it was, or nothing of it was taken out by a decision here.',
  },
  title: 'Your request',
  heading: 'Your request {reference}',
  named: 'What you named',
  more: 'Show {n, number} more',
  keep: {
    title: 'Keep the address of this page',
    text: 'Who has it sees this request and can withdraw it. It is in the mail we have sent you. If you lose it, <again>have it sent again</again> to the same mail address.',
    address: 'the address of this page',
  },
  outcome: 'The outcome',
  contest: {
    title: 'If you do not agree',
    text: 'Everything we did not do as you asked is decided again, by people who had no part in the first decision. You can do this once. You get their answer by mail, with reasons.',
    grounds: 'What was overlooked?',
    groundsHint: 'Those who decide read this. It is stored encrypted and never published.',
    sending: 'Sending…',
    action: 'Have it looked at again',
    done: 'Your complaint has arrived. People who had no part in the decision look again.',
  },
  who: {
    title: 'Who sees what',
    restricted:
      'Only the safety officers of this instance see this request. The public log shows that something happened, not what.',
    public: 'Public: the log shows that there is a request about this dataset, and the hour of each step.',
    reviewers: 'Reviewers of the dataset see the items, and that a request asks about them. Not who asks.',
    erased:
      'Your name, your address and your words are stored encrypted and erased a year after you sent them, or later, when nothing of the request is open and its answer cannot be contested any more.',
    kept: 'They are kept as long as something is left out because of this request: whoever answers it has to be able to reach you.',
  },
  withdraw: {
    title: 'Withdraw the request',
    text: 'Nobody works on it any more, and it cannot be taken up again. What was decided so far stays.',
    sure: 'Yes, withdraw my request',
    withdrawing: 'Withdrawing…',
    action: 'Withdraw',
  },
} as const
