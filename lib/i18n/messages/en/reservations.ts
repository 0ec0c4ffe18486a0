/** What a site says about mining and training, as those who handle an opt-out read it. */
export const reservations = {
  title: 'What the site reserves',
  text: 'A site can say itself that its content is not to be mined or used for training. Ask it: what stands there is kept with this request, with its address and the time.',
  ask: 'Ask the sites',
  asking: 'Asking…',
  asked: 'It is being asked. Reload in a minute.',
  none: 'Nothing was asked yet.',
  nowhere: 'It names no address that could be asked.',
  caption: 'What was found',
  place: 'Where',
  says: 'What it says',
  when: 'When',
  of: 'Of {address}',
  state: {
    found: 'Reserved',
    none: 'Nothing reserved',
    failed: 'Could not be told',
  },
  source: {
    tdmFile: 'TDMRep file',
    tdmHeader: 'TDMRep header',
    tdmMeta: 'TDMRep in the page',
    robotsTag: 'X-Robots-Tag or robots meta',
    robotsTxt: 'robots.txt',
    c2pa: 'C2PA manifest',
  },
  tdm: {
    reserved: 'Rights reserved (1)',
    reservedPolicy: 'Rights reserved (1), terms at {policy}',
    free: 'Not reserved (0)',
  },
  robots: {
    disallowed: 'Disallow: {rule} (for {agent})',
    allowed: 'Allow: {rule} (for {agent})',
  },
  nothing: 'Nothing',
  unread: 'Not read: {why}',
  embedded: 'A manifest within a picture or another file is not looked into.',
  errors: {
    kind: 'Only for an opt-out.',
    nowhere: 'This request names no address that could be asked.',
  },
} as const
