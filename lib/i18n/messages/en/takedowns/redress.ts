/** What somebody can do who does not agree. */
export const redress = {
  page: 'If you do not agree, say so on the page of your request: people who had no part in the decision look again.',
  below: 'If you do not agree, say so below: people who had no part in the decision look again.',
  again: {
    privacy: 'If you do not agree, send a new request and say why: a person looks again.',
    copyright: 'If you do not agree, send a new request and say what was missed: a person looks again.',
    illegal_content: 'If you do not agree, send a new request and say what was missed: a person looks again.',
    opt_out: 'If you do not agree, send a new request and show that it is yours: a person looks again.',
    licence: 'If you do not agree, send a new request and say what was missed: a person looks again.',
    publicity: 'If you do not agree, send a new request and say what was missed: a person looks again.',
    court_order: 'If you do not agree, send a new request and say what was missed: a person looks again.',
    counter_notice:
      'If you do not agree, send a new counter-notice and say what was missed: a person looks again.',
    retraction: 'If you do not agree, take it back again and say what was missed: a person looks again.',
    complaint: 'Others have looked at it again; it is not looked at a third time.',
    other: 'If you do not agree, send a new request and say what was missed: a person looks again.',
  },
  privacy: {
    gdpr: 'You can also complain to the data protection authority where you live (GDPR Art. 77) and go to court (Art. 79).',
    uk: 'You can also complain to the Information Commissioner’s Office (UK GDPR Art. 77) and go to court (Art. 79).',
    ccpa: 'You can also complain to the California Privacy Protection Agency (Cal. Civ. Code § 1798.199.45) or to the Attorney General of California.',
    other:
      'You can also turn to the authority for data protection where you live, if there is one, and to a court.',
  },
  beyond: {
    copyright: 'You remain free to go to court.',
    licence: 'You remain free to go to court.',
    publicity: 'You remain free to go to court.',
    court_order: 'You remain free to go to court.',
    counter_notice: 'You remain free to go to court.',
    illegal_content:
      'You can also turn to a certified dispute settlement body (Regulation (EU) 2022/2065, Art. 21) and to a court.',
    complaint:
      'You can also turn to a certified dispute settlement body (Regulation (EU) 2022/2065, Art. 21) and to a court.',
  },
} as const
