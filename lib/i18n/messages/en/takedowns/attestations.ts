/**
 * What a requester declares, by version: `text` is what is declared, `plain` what that means. A text that somebody may have read is
 * never edited, a new wording is a new version (tests/unit/takedown-attestations.test.ts holds them still).
 */
export const attestations = {
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
} as const
