/** The registration of a dataset and its settings, and what is said about datasets and their revisions. */
export const datasets = {
  trail: 'Datasets',
  new: {
    title: 'Register a dataset',
    lead: 'What it is and what makes a row of it the same row. Afterwards give somebody the role of maintainer: they import and publish.',
    denied: 'You cannot register datasets',
    name: 'Name',
    slug: {
      label: 'Short name for addresses',
      hint: 'Lower-case letters, digits and hyphens, like harbour-forum. It cannot be changed.',
    },
    licence: { label: 'Licence', hint: 'An SPDX name like CC-BY-4.0, or words when it has none.' },
    homepage: { label: 'Homepage', hint: 'Optional.' },
    description: {
      label: 'Description',
      hint: 'Optional. One paragraph: what it holds and where it comes from.',
    },
    textFields: {
      label: 'Text fields',
      hint: 'Names, separated by commas: the fields that make a row what it is. Left empty, they are chosen from the first file. Fixed by the first import.',
    },
    urlFields: {
      label: 'Address fields that belong to the content',
      hint: 'Optional; for datasets of links and captions.',
    },
    idHint: 'Optional.',
    authorHint:
      'Optional. The index then keeps who wrote a row, so that people can opt out by name. Fixed by the first import.',
    languageHint: 'Optional. Without it, the language of a flagged row is told from its text.',
    submit: 'Register',
    submitting: 'Registering…',
  },
  field: {
    id: 'Field with the source’s own id',
    author: 'Field with the author',
    language: 'Field with the language',
  },
  settings: {
    title: 'Settings',
    denied: 'You cannot change this dataset',
    unhandled:
      'Nobody is a lead of this dataset: nobody is reminded of requests about it, and the time to answer them goes by. An admin gives that role.',
    profiles: {
      title: 'For whom releases are made',
      lead: 'For the world always. A profile beside it is a place with laws of its own: a decision can hold in some of them only, and a release for one has the decisions that hold there or everywhere. Every change stands in the log.',
      label: 'Profiles beside the world',
      hint: 'Short words with commas between them, like eu, us. Releases that were made for one you leave out stay.',
      submit: 'Save the profiles',
      unchanged: 'Nothing was changed.',
      added: 'Releases can now be made for {added}.',
      ended: 'No more are made for {ended}.',
      changed: 'Releases can now be made for {added}. No more are made for {ended}.',
    },
    fields: {
      title: 'Where rows come from',
      lead: 'The first import fixes these. People who opt out name what they made by its id, its address or its author.',
      idHint: 'Left empty, it is chosen from the first file.',
      authorHint: 'Left empty, who wrote a row is not kept, and nobody can opt out by name.',
      languageHint: 'Left empty, the language of a flagged row is told from its text.',
      submit: 'Save the fields',
      saved: 'Saved. The first import reads them.',
    },
    fixed: {
      id: 'Id',
      noId: 'none',
      author: 'Author',
      noAuthor: 'not kept',
      language: 'Language',
      noLanguage: 'told from the text',
      note: 'The first import has fixed them: what a revision’s index does not have cannot be asked of it.',
    },
  },
  /** What a release tells about a row that is not in it, or not as it was. */
  disclosure: {
    full: 'Releases list each excluded row with its action and, where it harms nobody, its reason.',
    rows: 'Releases list which rows are excluded or redacted, without reasons.',
    'kept-only': 'Releases list only what they keep.',
  },
  /** Why a row is no item, or was not scanned in full. */
  quarantineDetail: { columns: '{n} of {all}', bytes: '{n} bytes' },
  quarantine: {
    bad_json: 'not valid JSON',
    not_object: 'JSON, but not an object',
    duplicate_field: 'a content field occurs twice',
    missing_text: 'no text',
    not_text: 'a content field holds a list or an object',
    wrong_column_count: 'another number of columns than the header',
    bad_quotes: 'an unclosed quote',
    invalid_utf8: 'bytes that are not UTF-8',
    too_large: 'over the size limit of a row',
    budget: 'over the scan budget of {budget} characters: {scanned} of {length} were scanned',
  },
  input: {
    mostFields: 'A dataset has at most 20 content fields of a kind.',
    slug: 'Use up to 64 lower-case letters, digits and hyphens, like harbour-forum.',
    profile: 'A profile is a short word in small letters, like eu.',
    mostProfiles: 'At most 20 profiles.',
    name: 'Write a name.',
    longName: 'A name has at most 200 characters.',
    licence: 'Write a licence, like CC-BY-4.0.',
    longLicence: 'A licence has at most 300 characters.',
    homepage: 'Write a web address, like https://example.org/.',
    longDescription: 'A description has at most 4,000 characters.',
    longField: 'A field name has at most 200 characters.',
  },
  errors: {
    taken: 'There is a dataset "{slug}" already.',
    fixed: 'The first import has fixed the fields of this dataset.',
    profilesMeanwhile:
      'Somebody else changed this while you had it open. It is now: {profiles}. Nothing of yours is saved: look at it as it is, and change it again.',
    noProfile: 'none',
    fieldsMeanwhile:
      'Somebody else changed this while you had it open. It is now: id {id}, author {author}, language {language}. Nothing of yours is saved: look at it as it is, and change it again.',
    idChosen: 'chosen by the import',
    staged: 'Release {version} for {profile} is being made. Wait until it is published.',
  },
} as const
