/** Asking for something to be taken out: the public forms, confirmation, the private page of a request. */
export const takedowns = {
  title: 'Ask for something to be taken out',
  description:
    'Personal data, your own work, illegal content: ask for it to be taken out of a dataset. No account is needed.',
  question: 'What would you like to ask?',
  lead: 'Anybody can ask for something to be taken out of a dataset. It costs nothing and needs no account. A person decides, and tells you why.',
  how: {
    title: 'How it works',
    say: 'You say where it is and what you ask for. The form takes about five minutes.',
    confirm: 'You confirm your e-mail address with a link we send you. Until then nobody reads the request.',
    decide: 'A program finds the items you have named. People decide about each of them.',
    outcome: 'You get the outcome with its reasons, and can follow everything on a private page.',
  },
  term: {
    title: 'How long it takes',
    law: 'one month, as the law says',
    promise: '{n, plural, one {# working day} other {# working days}}, our own promise',
  },
  public: {
    title: 'What is public',
    text: 'The public log records that a request about a dataset was made, and when. Once it is answered, a redacted notice about it may appear in <register>the register</register>: never who made it or their words. Your name, your address and your words are encrypted, read only by those who answer the request, and erased a year after you sent them, or later, when nothing of your request is open and its answer cannot be contested any more.',
  },

  /** What each kind asks. None of these takes an argument. */
  forms: {
    name: { label: 'Your name', missing: 'Enter your name' },
    signature: {
      label: 'Your full name',
      hint: 'It also signs this. If you have one name only, write it twice.',
      missing: 'Sign with your full name: first name and surname',
    },
    email: {
      label: 'Your e-mail address',
      hint: 'We send a link to confirm it, then a receipt and the outcome. Nothing else.',
      missing: 'Enter your e-mail address',
    },
    privacy: {
      choice: 'It is about me',
      choiceHint: 'Personal data: a name with an address, a phone number, a photo link, something private.',
      title: 'Ask about your personal data',
      law: 'GDPR, Articles 15 to 18 and 21; CCPA, § 1798.120',
      plain:
        'You can ask that data about you is erased or corrected, that it is not used for a time, object to its use or its sale, or ask what is there. You do not have to say why, and it costs nothing. You get an answer within one month.',
      right: {
        label: 'What do you ask for?',
        hint: 'Tick all that you want. Each gets its own answer within the time of its law.',
        missing: 'Choose what you ask for',
        erasure: 'Erase it',
        erasureHint: 'Article 17. No reason is needed.',
        objection: 'I object to its use',
        objectionHint: 'Article 21. Say something about your situation below.',
        restriction: 'Keep it, but do not use it for now',
        restrictionHint:
          'Article 18. For example until it is clear whether it is true, whether you may object, or because you need it for a claim. It stays out of what we publish, and we write to you before that ends.',
        optOutOfSale: 'Do not sell it or share it',
        optOutOfSaleHint: 'California, § 1798.120. No reason is needed, and you need not prove who you are.',
        rectification: 'Correct it',
        rectificationHint: 'Article 16. Say below what is wrong.',
        access: 'Tell me what is there',
        accessHint: 'Article 15. No reason is needed.',
      },
      correction: {
        label: 'What is wrong, and what is right?',
        hint: 'Only if you ask for a correction.',
        missing: 'Say what is wrong and what is right',
      },
      relation: {
        label: 'Whose data is it?',
        missing: 'Choose whose data it is',
        self: 'Mine',
        child: 'My child’s',
        agent: 'Somebody’s I act for',
        deceased: 'A relative’s who has died',
      },
      authority: {
        label: 'What lets you act for them?',
        hint: 'In a few words, for example “I am her mother”, “a written authority of 3 May” or “I am his heir”. We ask to see something only if we have a doubt.',
        missing: 'Say in at least 10 characters what lets you act for them',
      },
      regime: {
        label: 'Where do you live?',
        hint: 'It decides which law holds, what you can ask by it, and the time for our answer. Leave it open and the strictest holds.',
        gdpr: 'In the European Union, Iceland, Liechtenstein or Norway',
        uk: 'In the United Kingdom',
        ccpa: 'In California',
        other: 'Somewhere else',
      },
      identifiers: {
        label: 'What should we look for?',
        hint: 'One thing per line, as it may stand there: an e-mail address, a telephone number, a user name, a street. Only to search with; encrypted, never published.',
      },
      statement: {
        label: 'Is there anything we should know?',
        hint: 'For example if somebody is in danger because of it.',
      },
    },
    copyright: {
      choice: 'It is my work, copied without permission',
      choiceHint: 'Copyright: a text, a picture or code that you own or may speak for.',
      title: 'Report a copy of your work',
      law: '17 U.S.C. § 512(c)(3)',
      plain:
        'The law lists what such a notice has to contain: that is why this form is longer than the others.',
      work: {
        label: 'Which work is it?',
        hint: 'Title, author, and where it was published. If there are many, list some that stand for the rest.',
        missing: 'Describe the work in at least 20 characters',
      },
      workUrl: { label: 'Where can the original be seen?', hint: 'An address on the web.' },
      relation: {
        label: 'What is your right in it?',
        missing: 'Choose what your right in the work is',
        owner: 'I own the copyright',
        agent: 'I am authorised to act for the owner',
      },
      reach: {
        label: 'How much of the dataset is it?',
        hint: 'Nothing chosen means what you have listed, and nothing else.',
        listed: 'Only what I have listed',
        whole: 'All of the dataset: what I have listed stands for the rest',
      },
      whole: {
        label: 'Declaration about all of it',
        missing: 'Tick the box that all of the dataset is meant, or choose only what you have listed',
        declared:
          'I have looked at enough of the dataset to say in good faith that all of it, and not a part of it, infringes the right I have named. I know that it would all be looked at, and what others wrote in it, too.',
      },
      name: {
        label: 'Your full name',
        hint: 'It also signs this notice, for the owner if you act for one. If you have one name only, write it twice.',
      },
      postal: {
        label: 'Your postal address or telephone number',
        hint: 'The law asks for one of them. It is never published.',
        missing: 'Enter a postal address or a telephone number',
      },
      warning:
        'Somebody who knowingly misrepresents that a work is infringed can be made to pay damages and costs (17 U.S.C. § 512(f)). Consider fair use before you send this.',
    },
    illegal_content: {
      choice: 'It is illegal or hateful',
      choiceHint: 'Hate, threats, abuse, intimate images shared without consent.',
      title: 'Report illegal content',
      law: 'Regulation (EU) 2022/2065 (Digital Services Act), Article 16',
      plain: 'Anybody can send such a notice. You need not know which law is broken; if you do, name it.',
      concern: {
        label: 'What is it?',
        missing: 'Choose what it is',
        hate: 'Hate, threats or harassment',
        ncii: 'An intimate image shared without consent',
        nciiHint: 'Only our safety officers see this request.',
        childSafety: 'Sexual abuse of a child',
        childSafetyHint: 'Only our safety officers see this request. Do not describe or attach the material.',
        illegal: 'Something else that is illegal',
      },
      statement: {
        label: 'Why do you think it is illegal?',
        hint: 'A few sentences. Name the country or the law if you know it.',
        missing: 'Explain in at least 20 characters why it is illegal',
      },
      alleged: { label: 'Which law is broken?', hint: 'Country and section, if you know them.' },
      territory: { label: 'In which countries is it illegal?' },
    },
    opt_out: {
      scope: {
        label: 'What does it cover?',
        hint: 'Name each of them under “Where is it?”.',
        items: 'Only the items I list',
        author: 'Everything by an author I name',
        account: 'Everything from an account I name',
        domain: 'Everything from a domain I name',
        path: 'Everything below an address I name',
      },
      future: {
        label: 'What about later revisions?',
        yes: 'Leave it out of them, too',
        yesHint: 'This is what we do if you say nothing.',
        no: 'Only take out the items that are there now',
      },
      proof: {
        label: 'If we have to ask: how could you show that it is yours?',
        hint: 'Nothing to do now. Identity documents are never needed.',
        email: 'I answer from an e-mail address at its domain',
        wellKnown: 'I put a small file on the site',
        dns: 'I add a DNS record to the domain',
        page: 'I write it on the page or in the account',
      },
      account: {
        label: 'Which page or account is that?',
        hint: 'Its whole web address, where it is none of those named above.',
      },
      choice: 'I do not want my work used to train AI',
      choiceHint: 'Opt-out: your texts, your site, your account.',
      title: 'Opt out of AI training',
      law: 'Directive (EU) 2019/790, Article 4(3)',
      plain:
        'You can reserve your work from text and data mining. If we follow your request, it also holds for every later revision of the dataset: what comes from the same source is left out again.',
      relation: {
        label: 'How is it yours?',
        missing: 'Choose how it is yours',
        author: 'I made it',
        holder: 'I hold the rights in it',
        site: 'I run the site or the account it comes from',
      },
      statement: {
        label: 'How can we see that it is yours?',
        hint: 'A public page that says so is enough, or a mail address at the site’s own domain below.',
      },
    },
    licence: {
      choice: 'It breaks the licence of my dataset',
      choiceHint: 'You published it under terms that are not kept, or as controlled access.',
      title: 'Report a breach of a licence',
      plain: 'If data was taken over against its terms, it can be taken out, restricted, or get its credit.',
      relation: {
        label: 'What is it to you?',
        missing: 'Choose what it is to you',
        publisher: 'I published the dataset that it comes from',
        controlled: 'I published it for controlled access only',
        controlledHint: 'Access was granted to each person, under an agreement.',
        holder: 'I hold rights in it',
      },
      reach: {
        label: 'How much of the dataset is it?',
        hint: 'Nothing chosen means what you have listed, and nothing else.',
        listed: 'Only what I have listed',
        whole: 'All of the dataset: what I have listed stands for the rest',
      },
      whole: {
        label: 'Declaration about all of it',
        missing: 'Tick the box that all of the dataset is meant, or choose only what you have listed',
        declared:
          'I have looked at enough of the dataset to say in good faith that the terms I name hold for all of it, and not for a part of it. I know that it would all be looked at, and what others wrote in it, too.',
      },
      licence: {
        label: 'Which licence or terms?',
        hint: 'Name and version, or the address where they can be read.',
        missing: 'Name the licence or the terms',
      },
      statement: {
        label: 'How are they broken?',
        hint: 'For example: no credit is given, commercial use, passed on without an agreement.',
        missing: 'Say in at least 20 characters how the terms are broken',
      },
      remedy: {
        label: 'What should happen?',
        missing: 'Choose what should happen',
        remove: 'Take it out',
        restrict: 'Restrict it to those who have agreed to the terms',
        attribute: 'Give credit, and name the licence',
        other: 'Something else, which I have described',
      },
    },
    publicity: {
      choice: 'My name, face or voice is used',
      choiceHint: 'Right of publicity: a likeness used without permission, yours or of somebody you act for.',
      title: 'Report the use of a likeness',
      plain:
        'In many places nobody may use your name, picture or voice without permission. If it is simply personal data, “It is about me” is the shorter way.',
      relation: {
        label: 'Whose is it?',
        missing: 'Choose whose it is',
        self: 'Mine',
        agent: 'Somebody’s I act for',
        heir: 'Of somebody who has died, and I am an heir',
      },
      authority: {
        label: 'What lets you act for them?',
        hint: 'In a few words, for example “a contract of 3 May” or “I am her daughter and heir”. We ask to see something only if we have a doubt.',
        missing: 'Say in at least 10 characters what lets you act for them',
      },
      likeness: {
        label: 'What is used?',
        missing: 'Choose what is used',
        name: 'A name',
        image: 'A face or a picture',
        voice: 'A voice',
        other: 'Something else by which one is known',
      },
      statement: {
        label: 'How is it used?',
        missing: 'Say in at least 20 characters how it is used',
      },
      permission: {
        label: 'Was it ever allowed?',
        missing: 'Choose whether it was ever allowed',
        none: 'No, never',
        otherUse: 'For something else, not for this',
        ended: 'Yes, and the permission has ended',
      },
      territory: { label: 'Which law do you rely on?', hint: 'A country or a US state is enough.' },
    },
    court_order: {
      choice: 'A court has ordered it',
      choiceHint: 'You are a party, its counsel, the court or an authority.',
      title: 'Send a court order',
      plain: 'Tell us what was ordered and by whom. We may ask for a copy.',
      court: {
        label: 'Which court?',
        hint: 'Its name, place and country.',
        missing: 'Name the court',
      },
      caseNumber: { label: 'Case number', missing: 'Enter the case number' },
      parties: { label: 'Who are the parties?', missing: 'Name the parties' },
      ordered: {
        label: 'What is ordered?',
        hint: 'The words of the order, its date, and until when it holds.',
        missing: 'Say in at least 20 characters what is ordered',
      },
      concerns: {
        label: 'What is it about?',
        missing: 'Choose what it is about',
        copyright: 'Copyright',
        pii: 'Personal data',
        illegal: 'Illegal content, for example defamation',
        other: 'Something else',
      },
      confidential: {
        label: 'Does the order forbid to tell others of it?',
        missing: 'Choose whether the order forbids to tell others of it',
        no: 'No',
        yes: 'Yes',
        yesHint:
          'Only the people who answer it read of it. The maintainers of the dataset are told nothing, and the public register does not list it.',
      },
      relation: {
        label: 'Who are you in it?',
        missing: 'Choose who you are in it',
        party: 'A party',
        counsel: 'Counsel of a party',
        authority: 'The court or an authority',
      },
    },
    counter_notice: {
      choice: 'Something of mine was removed by mistake',
      choiceHint: 'Counter-notice to a copyright removal.',
      title: 'Send a counter-notice',
      law: '17 U.S.C. § 512(g)(3)',
      plain:
        'If you published what was removed after a copyright notice, and it was a mistake, you can ask for it to come back. The law lists what such a notice contains. A lawyer or another person may send it for you.',
      reference: {
        label: 'Reference of the removal',
        hint: 'It stands in the letter or on the page about the removal, like 7QK4-M2XD.',
        missing: 'Enter the reference, like 7QK4-M2XD',
      },
      relation: {
        label: 'What is your part in it?',
        missing: 'Choose what your part in it is',
        owner: 'I published what was removed',
        agent: 'I act for whoever published it',
      },
      statement: {
        label: 'Why was it a mistake?',
        hint: 'For example: it is your own work, you have a licence, it is something else than the notice says.',
        missing: 'Explain in at least 20 characters why it was a mistake',
      },
      address: {
        label: 'Your postal address',
        hint: 'The law asks for both. They go to whoever asked for the removal and are never published.',
        missing: 'Enter your postal address',
      },
      phone: {
        label: 'Your telephone number',
        hint: 'With the country code, like +49.',
        missing: 'Enter your telephone number',
      },
      warning:
        'Your name, address, telephone number and this notice go to whoever asked for the removal: they may take you to court. If they do not, what was removed comes back after 10 to 14 business days. Somebody who knowingly misrepresents that it was removed by mistake can be made to pay damages and costs (17 U.S.C. § 512(f)).',
    },
    retraction: {
      choice: 'I want to take back what I asked for',
      choiceHint: 'All of a request, or a part of it.',
      title: 'Take back a request',
      plain:
        'What was removed only because of your request comes back, as far as you take it back. If nothing was decided yet, “Withdraw” on the page of your request is quicker.',
      reference: {
        label: 'Reference of the request',
        hint: 'It stands in our letters and on the page of your request, like 7QK4-M2XD.',
        missing: 'Enter the reference, like 7QK4-M2XD',
      },
      extent: {
        label: 'How much of it?',
        missing: 'Choose how much of it you take back',
        whole: 'All of it',
        wholeHint: 'You need not list anything above.',
        part: 'Only what I list above',
        partHint: 'The rest of the request stays as it is.',
        except: 'All but what I list above',
        exceptHint: 'What you list stays removed.',
      },
      statement: { label: 'Is there anything we should know?' },
      email: {
        hint: 'The same address from which the request was made: that is how we know that it is yours.',
      },
    },
    complaint: {
      choice: 'Something I wrote was taken out',
      choiceHint: 'And I do not agree, whatever the reason was.',
      title: 'Complain of a removal',
      law: 'Regulation (EU) 2022/2065, Art. 20',
      plain:
        'If something you wrote was taken out or masked, people who had no part in that decision can look at it again. First somebody sees that it is yours. Of a removal after a copyright notice a counter-notice is the quicker way.',
      relation: {
        label: 'What is your part in it?',
        missing: 'Choose what your part in it is',
        author: 'I wrote what was taken out',
        agent: 'I act for whoever wrote it',
      },
      authority: {
        label: 'What lets you act for them?',
        hint: 'In a few words, for example “I am her lawyer”, “a written authority of 3 May” or “I am his heir”. We ask to see something only if we have a doubt.',
        missing: 'Say in at least 10 characters what lets you act for them',
      },
      statement: {
        label: 'Why should it not have been taken out?',
        hint: 'Those who look at it again read this.',
        missing: 'Explain in at least 20 characters why it should not have been taken out',
      },
      shown: {
        label: 'How can we see that it is yours?',
        hint: 'For example: your address stands in it, or it is on your own site. No documents.',
      },
    },
    other: {
      choice: 'Something else',
      choiceHint: 'Whatever does not fit above.',
      title: 'Ask for something else',
      plain: 'Tell us in your own words. A person reads it.',
      statement: {
        label: 'What do you ask for, and why?',
        missing: 'Tell us in at least 20 characters what you ask for',
      },
    },
  },

  /**
   * What a requester declares, by version: `text` is what is declared, `plain` what that means. A text that somebody may have read is
   * never edited, a new wording is a new version (tests/unit/takedown-attestations.test.ts holds them still).
   */
  attestations: {
    'copyright-1': {
      good_faith: {
        text: 'I believe in good faith that the owner of the work, their agent and the law do not permit the use I have described. I have considered whether it is fair use.',
        plain: 'You looked at the use, and you honestly think nobody who could allow it has allowed it.',
        missing: 'Tick the box about good faith',
      },
      authority: {
        text: 'The information in this request is accurate and, under penalty of perjury, I am the owner of an exclusive right that is infringed or am authorised to act for the owner.',
        plain:
          'Everything you wrote is true, and the work is yours or you may speak for the person it belongs to.',
        missing: 'Tick the box that the work is yours or that you may speak for its owner',
      },
    },
    'privacy-1': {
      subject: {
        text: 'The data I ask about concerns me, or a person I am entitled to act for.',
        plain: 'We do not ask for an identity document.',
        missing: 'Tick the box that the data is about you, or about somebody you may act for',
      },
    },
    'illegal_content-1': {
      good_faith: {
        text: 'I believe in good faith that the information and the allegations in this notice are accurate and complete.',
        plain: 'You wrote what you know, and left out nothing that would change the picture.',
        missing: 'Tick the box about good faith',
      },
    },
    'opt_out-1': {
      authority: {
        text: 'I am the author or hold the rights in what I have listed, or I run the site or account it comes from, and I reserve its use for text and data mining and the training of models.',
        plain: 'It is yours, and you do not want machines to be trained on it.',
        missing: 'Tick the box that it is yours to reserve',
      },
    },
    'licence-1': {
      authority: {
        text: 'What I wrote is accurate as far as I know, I believe in good faith that the use breaks the terms I have named, and they are mine to rely on or I am authorised to act for whoever may.',
        plain: 'You wrote what you know, and the terms are yours, or you may speak for those they belong to.',
        missing: 'Tick the box that the terms are yours to rely on',
      },
    },
    'publicity-1': {
      subject: {
        text: 'I am the person whose name, picture or voice is used, or I am entitled to act for them, and I believe in good faith that nobody who could allow this use has allowed it.',
        plain: 'It is about you or somebody you may act for, and there is no permission.',
        missing: 'Tick the box that it is about you, or about somebody you may act for',
      },
    },
    'court_order-1': {
      accurate: {
        text: 'The order was made by the court I have named, is in force as far as I know, and says what I have written.',
        plain: 'The order is real and still holds.',
        missing: 'Tick the box that the order is in force',
      },
    },
    'counter_notice-1': {
      mistake: {
        text: 'Under penalty of perjury: I believe in good faith that what I have listed was removed by mistake, or because it was taken for something else.',
        plain: 'You honestly think that the removal was an error. A lie here is a crime.',
        missing: 'Tick the box that it was removed by mistake',
      },
      jurisdiction: {
        text: 'I consent to the jurisdiction of the Federal District Court of the judicial district in which my address lies or, if it lies outside the United States, of any judicial district in which the provider of this service may be found.',
        plain: 'A court of the United States may decide about it.',
        missing: 'Tick the box about the court',
      },
      service: {
        text: 'I will accept service of process from the person who asked for the removal, or from an agent of that person.',
        plain: 'Whoever asked for the removal may send you the papers of a lawsuit.',
        missing: 'Tick the box that you accept service of process',
      },
    },
    'retraction-1': {
      authority: {
        text: 'I made the request that I name here, or am authorised to act for whoever made it, and I take it back as far as I have said.',
        plain: 'It is your own request, and you know that what was removed can come back.',
        missing: 'Tick the box that it is your request',
      },
    },
    'complaint-1': {
      author: {
        text: 'I wrote what I have named here, or am authorised to act for whoever wrote it, and what I have said is accurate as far as I know.',
        plain: 'It is your own text, or that of somebody you may act for.',
        missing: 'Tick the box that it is your own text',
      },
    },
    'other-1': {
      accurate: {
        text: 'The information in this request is accurate as far as I know.',
        plain: 'You wrote what you know to be so.',
        missing: 'Tick the box that what you wrote is accurate',
      },
    },
    'urgent_child-1': {
      sent: {
        text: 'I believe in good faith that what I report is so.',
        plain: 'You need not be sure, and you need not prove it.',
        missing: 'Load this page again, then send it',
      },
    },
    'urgent_intimate-1': {
      good_faith: {
        text: 'I believe in good faith that this image was made public without the consent of the person it shows.',
        plain: 'The person in it never agreed that it is shown, or it was made up by somebody else.',
        missing: 'Tick the box that it was made public without consent',
      },
    },
  },

  form: {
    urgent: 'These do not wait for a form, and ask for less:',
    step: 'Step 1 of 2',
    back: 'Choose something else',
    where: 'Where is it?',
    dataset: 'In which dataset?',
    datasetChoose: 'Choose a dataset',
    about: 'What is it about?',
    who: 'Who are you?',
    declare: 'What you declare',
    declareOne: 'One thing.',
    declareLaw: 'The words are ours, what they say is what the law asks for: {law}.',
    plainly: 'In plain words: {plain}',
    warning: 'Before you go on',
    optional: '{question} (optional)',
    checking: 'Checking…',
    check: 'Check your answers',
    nothingSent: 'Nothing is sent yet.',
    targets: 'What exactly?',
    targetsHint:
      'One thing per line: a link, a web address, a file and row (train.jsonl#12), a digest, a source id. Or the exact words, in quotation marks. You can paste a whole letter.',
    file: 'A list or a text as a file',
    fileHave: 'I have a list, or the text, as a file',
    fileHint:
      'CSV or JSON with up to 20,000 entries, 5 MB at most: a column url, or file and row, or id, digest, text. Or a text file with nothing but the words to look for.',
    fileKept:
      '{n, plural, one {# entry of your file is} other {# entries of your file are}} part of this. Choose another file to replace it.',
    fileDrop: 'Leave the file out',
    kept: 'What you type is kept in this tab, on this device only, until you send it or close the tab.',
    restored: 'What you had typed is here again.',
    forget: 'Start again with an empty form',
    targetsHintPrivacy:
      'Give what you know, one thing per line: a web address, a link, the exact words in quotation marks, a file and row (train.jsonl#12). If you do not know where it is, leave this empty and say below what we should look for.',
    targetsHintAnswer:
      'Leave it empty if you mean all that the removal took out. Else one thing per line: a link, a web address, a file and row (train.jsonl#12), or the exact words in quotation marks.',
    targetsHintSources:
      'One thing per line: a link, a web address, a domain, a path that ends in a slash, “author: name”, a file and row (train.jsonl#12), a digest, a source id. Or the exact words, in quotation marks. You can paste a whole letter.',
  },
  /** Who reads a request that is not restricted: the same words wherever it is said, and what `readsWho` lets them read. */
  readers: {
    who: 'Your name, your address and what you write are read by the leads of the dataset. An administrator reads them only where a second person has to agree to the answer, and in letters to you that have not left yet.',
    maintainers:
      'The maintainers of the dataset, who publish it, see what the request is about, but neither your name nor your address.',
    maintainersOfPlaces:
      'The maintainers of the dataset, who publish it, see which items, links and sites the request is about, but neither your name nor your address, and not the names, passages and numbers you have us look for.',
  },

  /** Above the buttons, before anything is sent. */
  seen: {
    title: 'Who will see this',
    public: 'Public: that there is a request about this dataset, and the hour of each step.',
    register:
      'A redacted notice may be published later: the kind, the dates, how many items on which hosts, the outcome. Never your name, your address, your words or what exactly you named.',
    counted: 'Requests about personal data are only counted in public, never shown.',
    officers: 'If it is an intimate image or abuse of a child, only the safety officers see any of it.',
    opponent:
      'Whoever asked for the removal gets this notice with your name, your address and your telephone number.',
    erased:
      'All of it is stored encrypted and erased a year after you sent it, or later, when nothing of it is open and its answer cannot be contested any more.',
    keptForATime:
      'Who had something restricted is kept as long as it is: we have to write to you before that ends.',
    kept: 'Who is behind a copyright claim is kept as long as something is left out because of it: whoever answers it has to be able to reach you.',
  },
  check: {
    step: 'Step 2 of 2',
    title: 'Check your answers',
    request: 'Request',
    dataset: 'Dataset',
    where: 'Where it is',
    declare: 'You declare',
    everything: 'All that the earlier request was about',
    empty: 'Left empty',
    rights:
      'You ask for {n, plural, one {one thing} other {# things}}. Each becomes a request of its own, with its own time, its own letters and its own private page; one press in our letter confirms all of them.',
    whatFollows:
      'When you send this, we mail a link to <address></address>. The request counts from the moment you send it, and is read once you have pressed the button behind that link.',
    send: 'Send the request',
    change: 'Go back and change',
    scope: {
      chosen: {
        author: 'You chose everything by an author',
        account: 'You chose everything from an account',
        domain: 'You chose everything from a domain',
        path: 'You chose everything below an address',
      },
      narrower:
        '{n, plural, one {One thing you named is} other {# things you named are}} less than that. As it stands, only {n, plural, one {this is} other {these are}} left out, and nothing else from there.',
      more: '… and {n, number} more',
      go: 'Mean all of this instead',
      how: {
        author:
          'To mean an author, change your answers and write “author:” and the name on a line of its own.',
        account:
          'To mean an account, change your answers and write “account:” and its name on a line of its own, or the address of its page.',
        domain: 'To mean a domain, change your answers and write it alone on a line, as example.org.',
        path: 'To mean everything below an address, change your answers and write it with a slash at its end.',
      },
    },
    meant: {
      privacy: 'You also demand a right over personal data',
      privacyText:
        'That has a form of its own: the law gives you an answer within a month, and asks less of you. What you wrote is kept.',
      privacyElse:
        'If you send this as it is, nothing is lost: we file your demand beside it, as a request of its own with its own time limit.',
      privacyGo: 'Make it a request about personal data',
      opt_out: 'You also reserve your work against training',
      opt_outText:
        'That has a form of its own, and if it is upheld it also holds for later revisions. What you wrote is kept. You can also send both.',
      opt_outGo: 'Make it an opt-out',
    },
  },

  /** What is named. */
  target: {
    one: {
      link: 'link to an item',
      row: 'row',
      digest: 'digest',
      quote: 'passage of text',
      source_id: 'source id',
      url: 'web address',
      domain: 'domain',
      prefix: 'path with all below it',
      host: 'host without its subdomains',
      near: 'text, and what is nearly it',
      author: 'author',
    },
    count: {
      link: '{n, plural, one {# link to an item} other {# links to items}}',
      row: '{n, plural, one {# row} other {# rows}}',
      digest: '{n, plural, one {# digest} other {# digests}}',
      quote: '{n, plural, one {# passage of text} other {# passages of text}}',
      source_id: '{n, plural, one {# source id} other {# source ids}}',
      url: '{n, plural, one {# web address} other {# web addresses}}',
      domain: '{n, plural, one {# domain} other {# domains}}',
      prefix: '{n, plural, one {# path with all below it} other {# paths with all below them}}',
      host: '{n, plural, one {# host} other {# hosts}}',
      near: '{n, plural, one {# text and what is nearly it} other {# texts and what is nearly them}}',
      author: '{n, plural, one {# author} other {# authors}}',
    },
    row: 'row {row}',
    rowOfFile: '{file}, row {row}',
    erased: 'It has been erased.',
    notShown: 'What it says is read by those who lead the dataset.',
    none: 'Nothing is listed: all of an earlier request is meant, or the list has been erased.',
  },
  reading: {
    understood:
      'Understood as {n, plural, one {# item} other {# items}} in {datasets, plural, one {# dataset} other {# datasets}} ({list}){missed, plural, =0 {} one {; # line not understood} other {; # lines not understood}}.',
    nothing: 'Nothing understood yet; {missed, plural, one {# line} other {# lines}} not understood.',
    otherDatasetAnswer:
      'Some of these links lead to another dataset. Here they name nothing, because this is about one dataset alone.',
    otherDataset:
      'Links into another dataset become a request of their own there, with its own number, time and answer. You confirm them all at once.',
    fromFile: 'From your file',
    toFind: 'What we are to look for',
    fileLine: 'Record {line}, “<text></text>”: {why}',
    more: '… and {n, number} more',
    line: 'Line {line}, “<text></text>”: {why}',
    lines: '{n, plural, one {# line} other {# lines}}: {why}',
    whyNotFound: {
      too_short:
        'This is too short: we search for 8 characters and more. Write it with what may stand beside it, or say where it is.',
      too_long: 'This is too long: we search for 5,000 characters at most. Copy a shorter passage.',
    },
    why: {
      file_without_row: 'This names a file. Add the row, like train.jsonl#12.',
      unknown_link: 'This link leads to nothing we can find an item by.',
      whole_source:
        'A whole domain or author can only be named in an opt-out. List the web addresses, or use the exact words.',
      too_short: 'This is too short to search for. Copy a longer passage.',
      too_long: 'This is too long. Copy a shorter passage.',
      too_many: 'This is more than one request can hold. Send the rest as a second request.',
      placeholder: 'This is still the text of a template. Write your own in its place.',
      not_read: 'This is nothing we can find an item by. Put exact words in quotation marks.',
      letter: 'This reads like a letter. Put the exact words from the dataset in quotation marks.',
    },
  },

  sent: {
    title: 'Check your mail',
    text: 'We have your request and have sent a link to the address you gave. Open it within {n, plural, one {# hour} other {# hours}} and press the button there. Until then nobody reads the request; if you do nothing, it is erased.',
    again: 'send the request again',
  },
  confirm: {
    title: 'Confirm your request',
    lead: 'Press the button to confirm that the request and this address are yours. After that people start to work on it.',
    confirming: 'Confirming…',
    action: 'Confirm the request',
    used: {
      title: 'This request is confirmed already',
      lead: 'The link works once. Where the request stands is behind the private link in the mail “We have received your request”.',
      action: 'To the start',
    },
    over: {
      title: 'The time to confirm has passed',
      lead: 'What you sent and your address have been erased. Please send the request again.',
      action: 'Send it again',
    },
  },

  track: {
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
  },
  steps: {
    title: 'Where it stands',
    label: 'What happened to this request',
    submitted: 'You sent it',
    submittedText: 'The time for an answer counts from here.',
    confirmed: 'You confirmed your address',
    matched: 'Items were found',
    matchedText: 'People decide about each of them.',
    matchedBroadText:
      'People decide about each of them. There is more of what you named than they look at at once: the rest comes after these.',
    matchedMore: 'More items were found',
    lookedFor: 'What you named was looked for',
    lookedForText: 'A safety officer answers. Until then nobody is told whether it was found.',
    matchedNothing: 'Nothing of it is in the dataset today',
    matchedNothingText: 'A person looks at it, and answers.',
    noMatch: 'What you named was not found',
    noMatchText:
      'Nothing of it is in the latest revision in these words or at this place, so nothing was changed. You can send a new request with the exact words, a web address, or the file and row.',
    outcome: 'It was decided',
    appealed: 'You contested the outcome',
    appealedText: 'Others decide now. The time for an answer counts from here.',
    appealDecided: 'It was decided again',
    appealDecidedText: 'By people who had no part in the first decision.',
    fulfilled: 'It is done: published in release {releases}',
    returned: 'Revision {revision} brought {n, plural, one {# row} other {# rows}} of it back',
    returnedText: 'The standing rule caught what came back: it stays out of every release.',
    withdrawn: 'You withdrew it',
    withdrawnText: 'Nobody works on it any more.',
    liftAnnounced: 'You were told that the restriction is going to end',
    liftCalledOff: 'You were told that the restriction stays',
    lifted: 'The restriction ended',
    answer: 'You get the outcome, with reasons',
    by: 'by {date}',
    find: 'We look for what you named',
    findText: 'A program does this, usually within minutes.',
    review: 'Reviewers decide',
    reviewRestricted: 'A safety officer decides',
  },

  /** What became of what was named: on the private page in the language of its reader, in letters in English. */
  outcome: {
    actioned: 'We have done what you asked for with everything we found.',
    partially_actioned: 'We have done part of what you asked for. The reasons are given for each item.',
    no_action:
      'We have not changed the dataset. The reasons are given for each item, and so is what you can do.',
  },
  follows: {
    nothing: 'Nothing changes in the next release.',
    change:
      'The next release shows the change. Copies that others made of earlier releases are out of our reach.',
    forATime:
      'The next release shows the change. What is left out stays stored, and is used for nothing else, as long as the restriction lasts. We write to you before it ends (GDPR Art. 18(3)). Copies that others made of earlier releases are out of our reach.',
    standing:
      'The next release shows the change. A standing rule also keeps what comes from the same source out of later revisions; when it comes back in one, we write to you, as long as we have your address: for a year from your request, longer while something of it is open. Copies that others made of earlier releases are out of our reach.',
  },
  keptOutByRules:
    '{n, plural, one {One text that you named is} other {# texts that you named are}} kept out by a standing rule about where {n, plural, one {it comes} other {they come}} from, and by no decision about a text. Somebody who did not make that rule has looked at your complaint, and the rule stays: it holds for all that comes from there, so no single text can be let through. What you can do instead: if the rule was made because you asked for it, take that request back on its page. If it was made because of a copyright notice, send a counter-notice, which can end it. Otherwise send a request under “Something else” and say why the rule should end for all that it keeps out.',
  redress: {
    page: 'If you do not agree, say so on the page of your request: people who had no part in the decision look again.',
    below: 'If you do not agree, say so below: people who had no part in the decision look again.',
    again: {
      privacy: 'If you do not agree, send a new request and say why: a person looks again.',
      copyright: 'If you do not agree, send a new request and say what was missed: a person looks again.',
      illegal_content:
        'If you do not agree, send a new request and say what was missed: a person looks again.',
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
  },
  result: {
    notFound: 'This was not found in the latest revision.',
    keptOut: 'Nothing comes from there yet, and nothing will.',
    keptOutWhy: 'Nothing comes from there yet, and nothing will: {reason} (policy version {policy}).',
    declined: 'Nothing comes from there yet. Later revisions may have it.',
    declinedWhy:
      'Nothing comes from there yet. Later revisions may have it: {reason} (policy version {policy}).',
    notMeant: {
      other_thing:
        '{n, plural, one {An item fits this, and a person decided that it is} other {# items fit this, and a person decided that they are}} not what you asked about: {n, plural, one {it is another text} other {they are other texts}} than you describe. {n, plural, one {It stays} other {They stay}}.',
      other_person:
        '{n, plural, one {An item fits this, and a person decided that it is} other {# items fit this, and a person decided that they are}} not what you asked about: {n, plural, one {it is} other {they are}} by or about somebody else. {n, plural, one {It stays} other {They stay}}.',
      of_many:
        '{n, plural, one {An item fits this, and a person decided that it is} other {# items fit this, and a person decided that they are}} not what you asked about: many have written the same words, and they are not one person’s alone. {n, plural, one {It stays} other {They stay}}.',
      alike:
        '{n, plural, one {An item fits this, and a person decided that it is} other {# items fit this, and a person decided that they are}} not what you asked about: {n, plural, one {it is} other {they are}} only like what you named. {n, plural, one {It stays} other {They stay}}.',
    },
    words: 'Those who decided add: “{words}”',
    sample: 'It has more items: {n, number} of them were looked at.',
    alike:
      'More rows are like it than were looked at one by one. Name the others more exactly in a new request.',
    rest: 'It stands for more items than were looked at. All that were looked at stay, and so do the others. Where one of the others is a different matter, name it in a new request.',
    broad:
      'It stands for more items than we can look at one by one: {n, number} were. Name the others more exactly in a new request.',
    noRoom:
      'This was not looked at: what comes before it in the request is as much as one request can hold. Name it in a new request.',
    decided: {
      remove:
        '{n, plural, one {The item} other {# items}} will be left out: {reason} (policy version {policy}).',
      redact:
        '{n, plural, one {The item} other {# items}} will have the passages blacked out: {reason} (policy version {policy}).',
      restrict:
        '{n, plural, one {The item} other {# items}} will only be in the copy for registered holders: {reason} (policy version {policy}).',
      label:
        '{n, plural, one {The item stays} other {# items stay}}, with a label for those who use it: {reason} (policy version {policy}).',
      keep: '{n, plural, one {The item stays} other {# items stay}}: {reason} (policy version {policy}).',
    },
  },

  input: {
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
  },
  errors: {
    datasets: 'Links lead into more than {max, number} datasets. Send the rest as a second request.',
    dataset: 'Choose a dataset.',
    targets: 'We could not read where it is.',
    file: 'We could not read your file.',
    alreadyDone: 'This was already done.',
    expired: 'The time to confirm this request has passed. Please send it again.',
    unconfirmed: 'This request has not been confirmed yet.',
    closed: 'This request is closed.',
    onHold: 'This request is on hold. Nothing goes on until it is released.',
    notNow: 'This is not possible at this stage of the request.',
    contested: 'You contested this outcome before, and it was decided.',
    nothingToContest: 'No decision is left to look at again. Send a new request and say what was missed.',
    nothingToDecide: 'There is nothing left to decide in this request.',
  },
} as const
