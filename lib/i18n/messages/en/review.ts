/** What the library says of cases, votes and decisions. Only ever said by the server. */
export const review = {
  input: {
    passages: 'At most {most} passages.',
    passage: '“{text}” is not a passage: write field:start:end.',
    judged: 'What was said of a passage could not be read.',
    long: 'At most {most} characters.',
    statement: 'A label cannot begin like the statement of a person: that is theirs to make.',
    nul: 'Leave the NUL character out.',
    action: 'Choose what happens to the item.',
    reason: 'Choose a reason.',
    digest: 'A digest has 64 small hexadecimal digits.',
    skip: 'Choose why you leave it to others.',
    escalate: 'Choose why a lead should look.',
    category: 'Choose what it is.',
    item: 'Name a case or the digest of a row, one of them.',
    grounds: 'Say why the decision should be looked at again.',
    groundsShort: 'Say why the decision should be looked at again, in a sentence at least.',
    number: 'Write a whole number from {least} to {most}.',
    language: '“{word}” is not a language: write it like English, or en.',
  },
  note: {
    empty: 'Write something.',
    nobodyAsked: 'Nobody asked for this case to be decided, so there is nobody to tell.',
  },
  status: {
    reviewed: 'You have already reviewed this case. It waits for another reviewer.',
    barred: 'This is an appeal against a decision you took part in: others decide it.',
    flagged:
      'You flagged this item yourself, or contested what was decided about it: others review it, in this round and in every later one.',
    full: 'This case has all the reviewers it needs for now. It waits for their votes, or for a lead.',
    open: 'This case is open: an appeal is against a decision.',
    decided: 'This case is already decided.',
    decidedBy:
      'This case was already decided by {by} at {at}: {action, select, keep {keep} remove {remove} redact {redact} restrict {restrict} label {label} other {{action}}}.',
    decidedMeanwhile: 'This case was decided meanwhile.',
    newFinding:
      'Something new was found in this item while you were reading. Look at it again before you decide.',
    reopened: 'This case was decided and reopened since you opened it. Look at it again before you decide.',
    cast: 'It is too late to undo: it is on record by now. A lead can change what came of it.',
    closed: 'This account has been closed.',
    appealed: 'This decision was appealed against before, and the appeal was decided.',
    noFile: 'The file of this row is not part of the revision.',
    reveals: 'You have uncovered {most} cases in the last 24 hours, the most a person may. Come back later.',
  },
  report: {
    ownCategory:
      'This case is in the category “{category}” already. Say what you think of that by your vote, or contest its decision.',
    decided:
      'In the category “{category}” this item was decided before. Open that case and contest its decision.',
    tooMany:
      'You have reported {most} items today, the most a person may. Tell a lead if there are more: many of a kind are found by other means.',
  },
  inSight: {
    nothing: 'Nothing of it is in sight any more: it was hidden, or decided, meanwhile.',
  },
  /** Why somebody does not vote on a case that others vote on, and what to do about it. */
  bar: {
    recused:
      'You declared a conflict of interest with this dataset, so others decide about it. If you have none any more, take it back under Queue, What I see.',
    maintains:
      'You maintain this dataset, and its settings leave the votes on its cases to others. Leave this one to them; the settings of its queues can change that.',
    leads: 'The queue of this case is for leads: one of them votes on it. Take another one.',
    unasked:
      'Nobody has asked you yet whether you want to see {category}. Say so under Queue, What I see; then you can uncover such cases and vote on them.',
    declined:
      'You said that you do not want to see {category}, so others vote on such cases. You can change that under Queue, What I see.',
    enough:
      'You have seen as much of {category} as anybody should in a day. This case is for others, or for tomorrow.',
    pause:
      'You asked for a pause after so many sensitive cases. Vote on this one when it is over, or change it under Queue, What I see.',
    rest: 'You have seen so much of {category} without a pause that it is time for one. Vote on this case when it is over, or change it under Queue, What I see.',
  },
  ground: {
    newVersion:
      'Policy version {number} came into force while you were reading. Look at its reasons and decide again.',
    unknown: 'Policy version {number} has no reason “{code}”.',
    queue:
      'The queue of this case does not let its reviewers {action}; they can: {offered}. Ask a lead when that does not fit.',
    category: '“{code}” is not a reason for {category}.',
    action: '“{code}” does not allow to {action}; it allows: {allowed}.',
  },
  passage: {
    noText: 'The text of this item is no longer held, so nothing in it can be redacted.',
    none: 'Mark at least one passage to redact.',
    tooMany: '“{words}” stands in too many places. Type a longer passage.',
    notThere: '“{words}” is not in this item. Type it exactly as it stands there.',
    noField: 'The item has no field “{field}”.',
    whole: 'A passage needs whole numbers.',
    empty: 'A passage cannot be empty.',
    outside: 'The passage {start}–{end} is outside “{field}”, which has {length} characters.',
    noType: '“{type}” is not a type of passage here.',
    notFound: 'A passage that was judged is not among what was found.',
    changed: 'What was found in this item has changed. Look at it again before you decide.',
    unseen: 'Uncover the text before you say where something stands in it.',
  },
  found: {
    import: '{by}, from outside',
    report: 'a person who reported it',
    takedown: 'a person who asked',
  },
  source: {
    asWhole: 'Where something comes from can only be removed or restricted as a whole.',
    notFrom: 'The item does not come from there. Look at it again before you decide.',
    out: 'This is kept out already.',
    ended: 'This exclusion was ended already.',
    otherReason: '“{code}” is a reason for something else.',
    notAllowed: 'The policy does not allow this for “{code}”.',
    restricted: 'This reason is for cases that safety officers decide.',
    noProfile:
      'There is no profile “{territory}” in this dataset. Its maintainer can add one in its settings.',
    write: {
      source_id: 'Write the id as the dataset has it.',
      url: 'Write a web address, like https://example.org/page.',
      prefix:
        'Write a web address with a path, like https://example.org/~ana/. For a whole site choose the domain.',
      domain: 'Write a domain, like example.org.',
      host: 'Write a host, like blog.example.org.',
      author: 'Write the name as the dataset has it.',
      digest: 'A digest has 64 hexadecimal digits.',
    },
  },
  history: {
    voted: '{by} voted to {action} ({reason}).',
    uncovered: '{by} uncovered the text.',
    contested: '{by} contested the decision. Other people decide again.',
    contestedByRequester: 'Whoever asked for it contested the decision. Other people decide again.',
    reopened: 'It was opened again, for a new decision.',
    detector: 'The detector {by} found “{type}” with score {score}.',
    report: 'A person reported it: “{type}”.',
    takedown: 'A takedown request named it: “{type}”.',
    import: '{by} flagged it from outside: “{type}”.',
    decided:
      '{by} {action} {what, select, occurrence {one row} source {what comes from its source} other {the item}}{how, select, override { as a lead} batch { in a batch} reversal { by taking a batch back} adjudication { as the lead whom the reviewers asked} other {}}{only, select, yes {, in {places} only} other {}} ({reason}){instead, select, yes {, in place of the decision before} other {}}.',
  },
  priority: {
    severity: 'severity {severity} × 20 × score {score}',
    detector: 'severity {severity} × 20 × score {score} × weight {weight} of its detector',
    person: 'severity {severity} × 20 × score {score} × weight {weight} of the person who flagged it',
    further: '{count, plural, one {# further flag} other {# further flags}}, each 4 × its weight, at most 16',
    asked: 'a person asked',
    age: 'a point for each day since it was opened',
    clock:
      'due {days, plural, one {# day} other {# days}} after it was opened, a point for each day less than 30',
    reweighed: 'as who flagged it was weighed when it was last flagged',
  },
} as const
