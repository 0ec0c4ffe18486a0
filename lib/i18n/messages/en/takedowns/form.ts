/** What stands around the questions of a form. */
export const form = {
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
} as const
