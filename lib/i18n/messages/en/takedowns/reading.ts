/** How what was named is understood, as it is typed. */
export const reading = {
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
} as const
