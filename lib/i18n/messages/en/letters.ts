/** Letters: what goes out by mail. Plain text, and whole in the language of its reader. */
export const letters = {
  more: '… and {n, number} more.',
  /** Above a quotation. */
  wrote: {
    handler: 'The person who looks after it writes:',
    looked: 'The person who looked at it writes:',
    adds: 'Whoever handles it adds:',
    lead: 'The lead wrote:',
  },

  confirm: {
    subject: 'Please confirm your request {reference}',
    asked:
      'Somebody gave this address with a request about a dataset. If that was you, open this link and press the button there:',
    once: 'The link works once, within {hours, number} hours. Until then nobody reads the request.',
    notYou: 'If it was not you, do nothing. The request and this address are then erased.',
  },
  receipt: {
    subject: 'We have received your request {reference}',
    kind: {
      copyright: 'copyright',
      privacy: 'privacy',
      illegal_content: 'illegal content',
      opt_out: 'opt-out',
      counter_notice: 'counter-notice',
      licence: 'licence',
      publicity: 'right of publicity',
      court_order: 'court order',
      retraction: 'retraction',
      complaint: 'complaint about a removal',
      other: 'other',
    },
    confirmed: 'Your request {reference} ({kind}) about the dataset "{dataset}" is confirmed.',
    page: 'This private link shows where it stands, and lets you withdraw it. Keep it: who has the link sees the request.',
    again: 'If you lose it, have it sent to this address again, with the number of the request:',
    people: 'A person decides about each item. A program only finds the items you have named.',
  },
  link: {
    subject: 'The page of your request {reference}',
    asked:
      'Somebody asked us to send the link of the request {reference} again. If that was not you, there is nothing to do: it was sent to nobody but you.',
    private:
      'The link leads to the private page of the request. Who has it sees the page, so do not pass it on.',
  },
  quiet: {
    subject: 'About your message {reference}',
    news: 'There is something new about the message {reference} that you sent us.',
    page: 'It stands on the private page that you have the link of.',
    link: 'This private link leads to it. Who has the link sees it, so do not pass it on.',
    links:
      'These private links lead to its parts. Who has a link sees what it leads to, so do not pass them on.',
  },

  needsInfo: {
    subject: 'Something is missing from your request {reference}',
    undecided: 'We cannot decide your request {reference} about the dataset "{dataset}" yet.',
    missing: 'This is missing or cannot be used:',
    missingByLaw: '{law} asks for this, and it is missing or cannot be used:',
    where:
      'Give it on this page. Only what is missing is asked again; everything else stays as you wrote it.',
  },
  needsIdentity: {
    subject: 'Please show that it is yours: request {reference}',
    why: 'Before we go on with your request {reference} about the dataset "{dataset}", we have to be sure that what it names is yours: otherwise anybody could have it taken out.',
    where: 'What to do is on this page. Please send no copy of a document by e-mail.',
  },
  closes:
    'If we hear nothing we remind you once, and close the request on {date}. You can send a new one at any time.',
  reminder: {
    subject: 'We still wait for you: request {reference}',
    asked:
      'Two weeks ago we asked you for something that your request {reference} about the dataset "{dataset}" needs. We have not heard from you.',
    closes:
      'If we hear nothing we close it on {date}. What is missing, and where to give it, is on this page:',
  },
  code: {
    subject: 'Your code',
    row: 'Somebody asks us to take something out of a dataset, and this address stands in it. If that is you, enter this code on the page of your request:',
    copy: 'Somebody wants to open the copy of what we hold about you. If that is you, enter this code on the page of your request:',
    minutes: 'It holds for {n, number} minutes.',
    rowNotYou:
      'If it was not you, do nothing, and give the code to nobody: without it nothing is done in your name.',
    copyNotYou:
      'If it was not you, do nothing, and give the code to nobody: whoever has it and the link of your request can read the copy.',
  },

  held: {
    subject: 'Your request {reference} is on hold',
    held: 'Your request {reference} about the dataset "{dataset}" is on hold. {reason}',
    nothing: 'You need do nothing. We write again when it goes on.',
  },
  resumed: {
    subject: 'Your request {reference} goes on',
    resumed:
      'Your request {reference} about the dataset "{dataset}" is no longer on hold. It goes on where it stood.',
  },
  ownerTold: {
    subject: 'The maintainers have your claim: request {reference}',
    passed:
      'We have passed the claim of your request {reference} on to the maintainers of the dataset "{dataset}": what you say was done, and where. They do not get your name or your address.',
    until:
      'They have until {date} to change it or to say why not, and one more working day if they ask. Then people decide.',
  },
  clock: {
    subject: 'The time for an answer to your request {reference} has changed',
    about: 'This is about your request {reference}.',
    aboutLaw: 'This is about your request {reference} ({law}).',
    paused:
      'The time stands from today: {reason}. As long as it stands no day is counted. We tell you when it goes on.',
    resumed: 'The time goes on from today. The days on which it stood are not counted.',
    extended:
      'We need longer, because {reason}. The whole time is now {length}, counted from the day we received your request.',
    until: 'You will have an answer by {until}.',
    dates: 'This page shows every date:',
  },

  outcome: {
    subject: 'The outcome of your request {reference}',
    subjectAgain: 'The outcome of your appeal, request {reference}',
    decided: 'Your request {reference} about the dataset "{dataset}" has been decided.',
    decidedAnew: 'Your request {reference} about the dataset "{dataset}" has been decided anew.',
    decidedAgain:
      'You contested the outcome of your request {reference} about the dataset "{dataset}". People who had no part in the first decision have decided.',
    anew: 'Something that it led to was decided otherwise since our last answer. This answer takes its place.',
    named: 'You named:',
    more: '… and {n, number} more, all of them behind the link below.',
    without: 'Release {name} is without it already.',
    first: 'Nothing of this dataset has been published here yet: the first release will be without it.',
    ahead: 'Release {name} will be the first without it. It is published by {date} at the latest.',
    cutOff:
      'A release holds what was decided until the day it is made. You get a letter with the proof when it is there.',
  },
  done: {
    subject: 'It is done: your request {reference}',
    published:
      'Release {name} of the dataset "{dataset}" is published without what was taken away for your request {reference}. The proof that the public log has this release:',
    copies:
      'Releases before it stay in the hands of those who have copies. Whoever has registered a copy here is told to apply the new one; your page says how many have confirmed it, and which other places of the dataset were cleaned:',
  },
  notFound: {
    subject: 'What you named was not found: request {reference}',
    looked: 'We looked in the latest revision of the dataset "{dataset}" and found none of this:',
    closed:
      'So nothing was changed, and your request is closed. That need not be the end: the text may be there in other words, or under another address. Send a new request with the exact words, a web address, or the file and row.',
  },
  rejected: {
    subject: 'We do not take up your request {reference}',
    closed:
      'Your request {reference} about the dataset "{dataset}" is closed without a decision about what it names.',
  },
  withdrawn: {
    subject: 'You have withdrawn your request {reference}',
    withdrawn:
      'Your request {reference} about the dataset "{dataset}" is withdrawn. Nobody works on it any more.',
    notYou:
      'If that was not you, somebody else has your private link. Send the request again: it gets a new one.',
  },
  again: {
    subject: 'Your request is looked at again: {reference}',
    reopened:
      'Something that your request {reference} about the dataset "{dataset}" led to was decided otherwise since our answer, and is looked at again. Our answer does not hold any more; you get another. You do not have to do anything.',
    takenBack:
      'Our answer about the dataset "{dataset}" was one decision on many requests, and it has been taken back. Yours is looked at again, by itself, and you get another answer. You do not have to do anything.',
    sameTime: 'The time in which we have to answer is what it was.',
  },
  returned: {
    subject: 'It came back and stays out: your request {reference}',
    read: 'Revision {revision, number} of the dataset "{dataset}" was read in. It has {n, plural, one {# row} other {# rows}} of what was left out for your request {reference}.',
    caught:
      'The standing rule caught {n, plural, one {it: no release has it} other {them: no release has them}}. You need not do anything.',
  },

  answered: {
    subjectCopy: 'What we hold about you: request {reference}',
    subjectNothing: 'We hold nothing about you that we could find: request {reference}',
    subjectNothingToCorrect: 'We found nothing about you to correct: request {reference}',
    copy: 'You asked what the dataset "{dataset}" holds about you, request {reference}. {n, plural, =0 {There is something, but nothing of it can be given to you.} one {A copy of the row that is about you is ready.} other {A copy of the # rows that are about you is ready.}}',
    nothing:
      'You asked what the dataset "{dataset}" holds about you, request {reference}. We looked for this in its latest revision, and a person looked at what was found. Apart from what only safety officers may see, of which nothing is said to anybody, nothing in it is about you:',
    nothingToCorrect:
      'You asked that something in the dataset "{dataset}" be corrected, request {reference}. We looked for this in its latest revision, and a person looked at what was found. Apart from what only safety officers may see, of which nothing is said to anybody, nothing in it is about you, so nothing is corrected:',
    others:
      '{n, plural, one {One more row is} other {# more rows are}} not in the copy, because the rights of other people forbid it (GDPR Art. 15(4)).',
    open: 'The copy is on the page below, to read and to save, until {date}. To open it you need a code that we send to this address, so that the link alone shows it to nobody. With it stand what the data is used for, who got it, where it comes from and what you can ask for.',
    otherwise:
      'A name that is written otherwise, another address or a picture can be there all the same. If you know of one, send it to us in a new request.',
    unproven:
      'Rows that nothing has shown to be yours are neither in the copy nor counted. If you have another address or site that stands in the dataset, ask again and show that one, too.',
    request:
      'What we hold of you is this request: your name, your address and what you wrote. It goes a year after you sent it, or when you cannot contest this answer any more, if that is later; sooner if you want.',
    restricted: 'Of what only safety officers may see, nothing is said here, whether or not there is any.',
  },
  statementOffered: {
    subject: 'Please read what would be published: request {reference}',
    asked:
      'You asked that something in the dataset "{dataset}" be corrected, request {reference}. Its text is not rewritten. What can stand beside it, in every later release and for everybody to read, is this statement of yours:',
    agree:
      'Nothing else of you is published with it. It is published only if you agree, on the page below. Who has a release keeps what is in it.',
    otherwise:
      'If it is not right, say so in a new request, or withdraw this one on the same page. The time we have to answer runs on.',
  },

  retracted: {
    subject: 'Your request {reference} is taken back',
    subjectPart: 'Part of your request {reference} is taken back',
    whole: 'You took back your request {reference} about the dataset "{dataset}".',
    part: 'You took back part of your request {reference} about the dataset "{dataset}". The rest of it stands.',
    strangers: 'These are not part of that request, so nothing was done about them:',
    next: 'What comes back is in the next release of the dataset. Releases that were published without it stay as they are.',
  },
  stillHeld: {
    subject: 'Not taken back yet: your request {reference}',
    held: 'You wanted to take back your request {named}. It is held at the moment, by order of a court or because a case about it is pending, as our letter about that said. Until it goes on nothing of it can be changed, so nothing was.',
    later:
      'We write to you when it goes on. You can then take it back on its private page, or by another letter like this one.',
  },
  notBound: {
    subject: 'We could not act on your request {reference}',
    retraction:
      'You wanted to take back a request of yours. There is none of this reference that was sent from your address and can be taken back:',
    retractionHow:
      'Please look at the reference in the letter that confirmed the request, and send from the same address. If you have its private link, you can take it back on its page, whatever address you write from.',
    counter:
      'You wanted to answer a removal. There is none of this reference that was made on a copyright request and can be answered:',
    counterHow:
      'Please look at the reference in the letter or statement that told you of the removal, and at which of its items you name. What you have answered already you need not answer again; a removal that was made for another reason is contested on the page of its case.',
  },
  complaint: {
    subject: 'The outcome of your complaint {reference}',
    looked:
      'You complained that something you wrote was taken out of the dataset "{dataset}". People who had no part in those decisions have looked at them again.',
    none: 'Nothing of what you named was taken out by a decision here.',
    back: '{n, plural, one {One text} other {# texts}} will be in the next release again, as far as nothing else keeps it out.',
    part: '{n, plural, one {One text} other {# texts}} will be in it in part: less is left out than before.',
    stays: '{n, plural, one {One text} other {# texts}} will stay as decided before.',
  },

  counterCopy: {
    subject: 'A counter notice to your request {reference}',
    copy: 'Somebody has sent a counter notice (17 U.S.C. § 512(g)(3)) to what was done on your request {reference} about the dataset "{dataset}". It is about {size}. This is a copy of it:',
    declares: 'It declares:',
    declaresIn: 'It declares, in the language in which its sender read it ({language}):',
    returns:
      'What was removed comes back after {earliest}, ten business days after we received the counter notice, and by {latest} at the latest, unless you tell us before that you have filed an action seeking a court order to restrain its sender from infringing your work (17 U.S.C. § 512(g)(2)(C)).',
    tell: 'To tell us, reply to this letter with the court, the number of the case and the day of the filing, and name the request {reference}.',
    only: 'The name, address and telephone number are given to you for this dispute only.',
  },
  counterAccepted: {
    subject: 'Your counter notice {reference} went to the other side',
    complete:
      'Your counter notice {reference} about the dataset "{dataset}" is complete. A copy with your name, address and telephone number went to who asked for the removal.',
    returns:
      'What it is about ({size}) comes back after {earliest} and by {latest}, unless they tell us before that they have gone to court.',
  },
  counterUnreached: {
    subject: 'Your counter notice {reference} is complete',
    complete:
      'Your counter notice {reference} about the dataset "{dataset}" is complete. We cannot pass it on: what who asked for the removal told us of themselves has been erased.',
    decided:
      'What it is about ({size}) does not come back before {earliest}, and not by itself: somebody who handles requests decides it then, because the other side could not go to court before. You hear of it.',
  },
  counterSize: {
    items: '{n, plural, one {one item} other {# items}}',
    rules: 'what {n, plural, one {a standing rule keeps} other {# standing rules keep}} out',
    both: '{items} and {rules}',
  },
  counterRefused: {
    subject: 'Your counter notice {reference} is not complete',
    missing:
      'We cannot pass on your counter notice {reference} about the dataset "{dataset}". The law (17 U.S.C. § 512(g)(3)) asks for more:',
    next: 'Nothing was sent to the other side, and the time until the material comes back has not begun. You can send another counter notice with what is missing.',
  },
  counterMoot: {
    subject: 'Nothing is left to answer: counter notice {reference}',
    moot: 'The removal that your counter notice {reference} about the dataset "{dataset}" answers stands no more: who asked for it has taken that back, or it was decided otherwise. What was removed because of it alone is as it was before, and is in the next release; your counter notice needs no decision any more.',
  },
  counterEnded: {
    subject: {
      restored: 'Put back: request {reference}',
      kept_down: 'Stays removed: request {reference}',
      fell: 'Counter notice taken back: request {reference}',
    },
    restored: {
      claimant:
        'Ten business days have passed since the counter notice to your request {reference} about the dataset "{dataset}", and we have not been told of a court action. As the law has it (17 U.S.C. § 512(g)(2)(C)), what it is about is put back.',
      filer:
        'What your counter notice {reference} about the dataset "{dataset}" was about is put back. It is in the next release.',
      maintainer:
        'What a counter notice to the request {reference} about your dataset "{dataset}" was about is put back. It is in the next release.',
    },
    kept_down: {
      claimant:
        'We have recorded that you went to court. What the counter notice to your request {reference} about the dataset "{dataset}" is about stays removed.',
      filer:
        'Who asked for the removal has told us of a court action before the time was over. What your counter notice {reference} about the dataset "{dataset}" is about therefore stays removed until a court decides (17 U.S.C. § 512(g)(2)(C)).',
      maintainer:
        'A court action about the request {reference} was filed in time. What a counter notice to it was about stays removed from your dataset "{dataset}".',
    },
    fell: {
      claimant:
        'Who sent a counter notice to your request {reference} about the dataset "{dataset}" has taken it back. Nothing comes back because of it.',
      filer:
        'You took back your counter notice {reference} about the dataset "{dataset}". What it is about stays removed.',
      maintainer:
        'A counter notice to the request {reference} about your dataset "{dataset}" was taken back by who sent it. Nothing comes back because of it.',
    },
  },

  senderWarned: {
    subject: 'A warning about the requests you send',
    found: 'We have looked at requests from your address and found these manifestly unfounded: {references}.',
    warning:
      'This is a warning, and changes nothing yet. If {from, number} more are found so, your requests may be held for a time before anybody works on them. A request about your own personal data, about intimate images or about harm to a child is never held.',
    contest: 'If you do not agree with what was found, the page of the request says how to contest it.',
  },
  senderSuspended: {
    subject: 'Your requests are held for a time',
    found: 'After our warning more requests from your address were found manifestly unfounded: {references}.',
    held: 'Until {date} a request from your address is accepted and waits until a lead has looked at it; nothing is refused unread. A request about your own personal data, about intimate images or about harm to a child is worked on like any other.',
    contest:
      'You can contest this, free of charge, on the page of the request: somebody who had no part in it decides.',
  },
  senderAnswered: {
    subjectLifted: 'Your requests are not held any more',
    subjectUpheld: 'Your requests stay held for a time',
    contested:
      'You contested that your requests are held ({reference}). Somebody who had no part in that has decided.',
    lifted: 'It was wrong to hold them. They are worked on from now on like any others.',
    upheld:
      'They stay held until {date}. You can still complain to a certified out-of-court body or to a court.',
  },
  appealDecided: {
    subjectUpheld: 'What you contested stays as decided',
    subjectChanged: 'What you contested was decided otherwise',
    decided:
      'You contested a decision in the dataset "{dataset}" ({before}). People who had no part in it have decided: {now}, because: {reason} (policy version {policy}).',
    upheld:
      'It stays as it was. You can still turn to a certified out-of-court dispute settlement body (Regulation (EU) 2022/2065 Art. 21) or to a court.',
    changed: 'The next release shows the change.',
    people: 'No program decided: reviewers did, each with the grounds you gave before them.',
  },

  copyConfirm: {
    subject: 'Please confirm your address for news of a dataset',
    asked:
      'Somebody gave this address to be told what has to go from copies of a dataset. If that was you, open this link and press the button there:',
    once: 'The link works once, within {hours, number} hours. If it was not you, do nothing: this address is then erased.',
  },
  copyWelcome: {
    subject: 'You are registered as a holder of copies',
    told: 'From now on you are told of new releases, of releases that must not be used any more, and of what has to go between two releases. On this page you say which release you have applied, and there you also stop the letters or leave:',
    secret: 'Keep the address of the page to yourself: who has it can do all of that.',
  },
  copyApproved: {
    subject: 'You may read the restricted list of pending removals',
    checked:
      'It was checked who you are. From now on the signed list of what goes between two releases of the dataset "{dataset}" has for you the restricted rows, too. It has an address of its own, which is on your page:',
    only: 'What the restricted list has beside the public one is for your copy alone: please apply it (winnow apply --pending), and pass neither the list nor the difference on. This can be taken back at any time.',
  },
  copyRevoked: {
    subject: 'You read the public list of pending removals again',
    revoked:
      'That you may read the restricted list of what goes between two releases of the dataset "{dataset}" was taken back. Please delete what you have of it. The list that everybody has is still on your page, and you are told of releases as before:',
  },
  copyNews: {
    subject: 'What has to be done with your copy of a dataset',
    news: 'There is news of the dataset "{dataset}", of which you keep a copy.',
    release: 'Release {name} is published. Please apply it to your copy (winnow apply).',
    notice: {
      withdrawn: 'Release {name} was withdrawn: please do not use it any more.',
      superseded_for_legal_reasons:
        'Release {name} was replaced for legal reasons: please apply the newest release.',
      removed_for_legal_reasons:
        'Release {name} was removed for legal reasons: please delete it, and apply the newest release.',
      other: 'There is a notice about release {name}.',
    },
    pending:
      '{n, plural, one {# row of release {name} is} other {# rows of release {name} are}} decided to go before the next one. The signed list, for you alone (winnow apply --pending):',
    applied: 'When you have applied it, please say so on your page. You also stop these letters there:',
  },

  lookup: {
    subject: 'Is it in our datasets? Your link to look',
    asked:
      'Somebody asked whether rows that belong with this mailbox are in our datasets. If it was you, open this page and press the button:',
    sees: 'Whoever has the link sees how many rows there are, and nothing else. After {days, number} days the link and the answer are gone.',
    notYou: 'If it was not you, do nothing: nobody sees an answer without this link.',
  },

  volunteerConfirm: {
    subject: 'Please confirm that you would like to review',
    asked:
      'Somebody gave this address with an offer to review what does not belong in a dataset. If that was you, open this link and press the button there:',
    once: 'The link works once, within {hours, number} hours. Until then nobody reads the offer.',
    notYou: 'If it was not you, do nothing. The offer and this address are then erased.',
  },
  volunteerAnswer: {
    subjectAccepted: 'You can review now',
    subjectDeclined: 'Your offer to review',
    accepted:
      'A lead of the dataset "{dataset}" has accepted your offer. Thank you. You choose what you agree to see before your first case:',
    declined:
      'A lead of the dataset "{dataset}" has declined your offer to review. Thank you for it all the same. Other datasets may look for people:',
    recused:
      'Because of the interest of your own that you told of, its cases are left to others for now. You can change that where you choose what you see.',
    erased: 'What you wrote is erased after some months, and your account with it if it has no other use.',
  },
  volunteerLapsed: {
    subject: 'Your offer to review has ended',
    lapsed:
      'Nobody answered your offer to review the dataset "{dataset}" within {days, number} days, so it has ended and is being erased. We are sorry. You can send it again, or look for another dataset:',
  },

  /** To those who run an instance or look after a dataset. */
  staff: {
    volunteer: {
      subject: 'Somebody would like to review',
      waiting:
        'Somebody has confirmed their address and would like to review the dataset "{dataset}". You are one of its leads. Accept or decline here:',
      ends: 'Without an answer the offer ends after {days, number} days.',
    },
    urgent: {
      subject: 'Something waits for you',
      waits:
        'Something has come that you should look at before anything else. It stands at the top of this page:',
      once: 'However much more comes within the hour, you get no other letter about it.',
    },
    inSight: {
      subject: 'Something waits for you, and is still in sight',
      waits:
        'Somebody has reported more today than leaves the screens by itself. What they have reported since is before you, and stays in sight until you have looked. Near the top of this page stand their name, all of it, one button that hides it, and what can be done about the person if it is not true:',
      once: 'However much more this person reports today, you get no other letter about it.',
    },
    nobody: {
      subjectOfficer: 'Nobody here is a safety officer',
      subjectLead: 'Nobody handles the requests about a dataset',
      officer:
        'Nobody with an account here is a safety officer. What only they may see is looked at by nobody then, and for some of it the law counts hours.',
      lead: 'A request about the dataset "{dataset}" has to be answered by a day that is near or over. Nobody with an account here is a lead of it, so nobody is reminded and it can pass unanswered.',
      give: 'Give somebody the role here:',
    },
    reminder: {
      subjectOver: 'Requests are overdue',
      subjectNear: 'Requests are nearly due',
      over: 'These requests should have been answered:',
      near: 'These have to be answered soon:',
      was: '{reference} was due {until}',
      wasWhat: '{reference}, "{dataset}", {law}, was due {until}',
      is: '{reference} is due {until}',
      isWhat: '{reference}, "{dataset}", {law}, is due {until}',
      more: 'And {n, number} more.',
      all: 'All of them:',
      daily: 'You get one such letter a day at most.',
    },
    detector: {
      subject: 'A detector of your dataset is paused',
      found:
        'The detector {detector}, version {version}, is new to the dataset "{dataset}". In the import that is under way it found something in {hits, number} of {rows, number} rows ({share}), which is more than is allowed.',
      paused:
        'It is paused: the import goes on, and what it finds is kept apart and opens no cases. A lead looks at a sample, and lets its flags go on or drops them:',
    },
    releaseDue: {
      subject: 'A release of your dataset will be published by itself',
      due: 'Removals that were decided for the dataset "{dataset}" have to be published by {due}.',
      dueProfile:
        'Removals that were decided for the dataset "{dataset}", profile {profile}, have to be published by {due}.',
      itself:
        'On {date} a release is published by itself: of the same revision as the last one, with its settings, and without what is decided to go by then.',
      before: 'You can publish before that yourself:',
    },
    releaseMade: {
      subject: 'A release of your dataset was published by itself',
      made: 'Release {release} of the dataset "{dataset}" was published by itself, because removals had to be published by now. It closed {n, plural, one {# request} other {# requests}}.',
      places:
        'It has the revision and the settings of the release before it. What is left for you: the other places where the dataset can be had.',
    },
    releaseRefused: {
      subject: 'A release of your dataset is due and could not be published by itself',
      no_release:
        'Nothing was published before, so there are no settings to publish with. Please publish the first release yourself:',
      importing:
        'A revision is being read in at the moment. It is tried again every quarter of an hour until then; if the import has stopped, end it or let it go on:',
      erasing:
        'Rows are being erased from the stored files at the moment. It is tried again every quarter of an hour until then:',
    },
    owner: {
      subject: 'A claim about {dataset}: please answer by {date}',
      claims:
        'Request {reference} ({kind}) claims something about the dataset "{dataset}", of which you are a maintainer. This is what is claimed, in the words of whoever claims it:',
      names: 'It names:',
      more: '… and {n, number} more, on the page of the request.',
      until:
        'You have until the end of {date}. Change what is wrong (a credit, a licence, the rows themselves: import a new revision), or say why the claim does not hold. Tell us which on this page; you can ask there for one more working day:',
      silence:
        'If we hear nothing, people decide without you. If something is taken out, you get the reasons, and can have it looked at again or answer with a counter notice:',
    },
    statement: {
      subject: 'Statement of reasons: {dataset}, request {reference}',
      reasons:
        'Something in the dataset "{dataset}", of which you are a maintainer, is restricted after request {reference}. These are the reasons (Regulation (EU) 2022/2065, Article 17):',
      page: 'The same on a page:',
    },
    otherSide: {
      subject: 'News of the request {reference}',
      about: 'About the request {reference} and your dataset "{dataset}":',
    },
    author: {
      subject: 'A source of your dataset has infringed more than once',
      followed:
        '{n, number} copyright requests about rows of one and the same author in your dataset "{dataset}" were followed: {references}.',
      warning:
        'This is a warning. At {from, number} of them, and not before {days, number} days from now, a lead may leave out everything of that author (17 U.S.C. § 512(i)). One does not count any more when it is taken back, decided otherwise or answered by a counter notice, or after a year.',
      contest:
        'If you do not agree, contest the decisions on the pages of their cases, or send a counter notice.',
    },
  },
} as const
