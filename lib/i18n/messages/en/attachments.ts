/** Files that are sent along with a takedown request. */
export const attachments = {
  field: 'Files that show it (optional)',
  hint: 'PDF, PNG, JPEG or plain text. Up to {count} files of {each} MB, {together} MB in all; a PDF of at most {pages} pages. Only those who handle your request see them; pictures are stored without the place and the camera they were taken with. Please no identity documents: nobody has asked for one.',
  chosen: '{n, plural, one {One file goes with it} other {# files go with it}}: {names}.',
  takeOut: 'Take the files out again',
  takenOut: 'No file goes with it.',
  nextPage: 'Files that show it can be added on the next page.',
  tooMuch: {
    count: 'These are more than {count} files. Choose again, and send the rest when we answer you.',
    large: '“{name}” is larger than {each} MB. Choose again.',
    together:
      'Together these files have more than {together} MB. Choose again, and send the rest when we answer you.',
  },
  refused: {
    title: 'Nothing is lost, but a file cannot be taken. Choose your files again.',
    request: 'With these there would be more than {most} files in this request.',
    restricted:
      'We must not hold pictures or files of this. Send the request without files: saying where it is is enough.',
    why: {
      empty: '“{name}” is empty.',
      archive: '“{name}” is or contains an archive (ZIP or the like). Send the files in it one by one.',
      markup:
        '“{name}” is a web page or a drawing in code (HTML, SVG, XML). Send a screenshot of it, or a PDF.',
      picture: '“{name}” is a picture of a kind that we do not take. Save it as JPEG or PNG.',
      document: '“{name}” is a document of a kind that we do not take. Save it as PDF.',
      recording: '“{name}” is a recording. Say in words, or with screenshots, what it shows.',
      program: '“{name}” is a program.',
      unknown: '“{name}” is neither a PDF, a PNG, a JPEG nor plain text, whatever its name says.',
      notUtf8: '“{name}” is text in an old encoding. Save it as UTF-8, or as PDF.',
      appended:
        '“{name}” is two files in one: something else stands before or behind it. Save it anew, or send a screenshot.',
      damaged: '“{name}” is damaged: it cannot be read to its end.',
      pixels: '“{name}” is a picture of more than {megapixels} million pixels. Make it smaller.',
      pdfLocked: '“{name}” is a PDF with a password. Save it without one.',
      pdfPages: '“{name}” has more than {pages} pages. Send those that matter.',
      pdfUncounted: '“{name}” is a PDF whose pages we cannot count. Print it into a new PDF.',
      pdfActive: '“{name}” is a PDF with a program or another file in it. Print it into a new PDF.',
    },
  },
  type: {
    'application/pdf': 'PDF',
    'image/png': 'PNG',
    'image/jpeg': 'JPEG',
    'text/plain': 'Text',
  },
  pages: '{n, plural, one {# page} other {# pages}}',
  fingerprint: 'SHA-256 of what was sent',
  /** To the requester. */
  yours: {
    title: 'Files you sent',
    text: 'Only those who handle your request can open them; they are not shown here, in case somebody else opens this page. They are erased with the request.',
  },
  /** To staff. */
  staff: {
    title: 'Files sent along',
    text: 'From a stranger: pictures were made anew without their metadata, the rest is as it came. A PDF is only downloaded. That you open a file is recorded.',
    file: 'File',
    kind: 'Kind',
    opened: 'Opened',
    never: 'by nobody yet',
    times: '{n, plural, one {once} other {# times}} by {people, plural, one {# person} other {# people}}',
  },
} as const
