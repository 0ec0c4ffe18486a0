import type { Random } from '@/lib/demo/random'

type Words = readonly [string, ...string[]]

/** Everything in the demo world is invented here: no sentence, person or number comes from anywhere else. */
const TOPICS: readonly [Topic, ...Topic[]] = [
  {
    board: 'boatyard',
    things: [
      'the bilge pump',
      'an old wooden dinghy',
      'the rudder bearing',
      'a borrowed outboard',
      'the mooring line',
      'the cabin hatch',
    ],
    did: [
      'gave up somewhere past the second buoy',
      'needed sanding twice before the varnish held',
      'was replaced last spring and leaks again',
      'came loose in the first real wind of the season',
    ],
    ask: [
      'Does anybody know which sealant survives salt water?',
      'How do you keep the brass from turning green?',
      'Is it worth repairing or should I look for another one?',
    ],
  },
  {
    board: 'garden',
    things: [
      'the tomato bed',
      'a row of leeks',
      'the pear tree by the wall',
      'my compost heap',
      'the rain barrel',
      'the greenhouse door',
    ],
    did: [
      'did better than in any year I remember',
      'was eaten by slugs within one night',
      'froze in the week we were away',
      'has been growing sideways since the storm',
    ],
    ask: [
      'What do you plant after potatoes?',
      'Can I move it in autumn or is that too late?',
      'Has anybody tried ash against the moss?',
    ],
  },
  {
    board: 'bicycles',
    things: [
      'the rear derailleur',
      'a second-hand touring frame',
      'the dynamo light',
      'my cargo bike',
      'the bottom bracket',
      'a set of studded tyres',
    ],
    did: [
      'clicks on every hill and on no flat road',
      'arrived with the wrong thread',
      'lasted twelve thousand kilometres',
      'went through the winter without a single puncture',
    ],
    ask: [
      'Which chain lube do you use in the rain?',
      'Is there a trick to get the cable through the frame?',
      'Would you ride it fully loaded?',
    ],
  },
  {
    board: 'library',
    things: [
      'the reading group',
      'a box of donated atlases',
      'the local history shelf',
      'the evening course',
      'our repair café',
      'the quiet room',
    ],
    did: [
      'moves to Thursdays from next month',
      'found more visitors than chairs',
      'is looking for somebody who can read old handwriting',
      'has been catalogued at last',
    ],
    ask: [
      'Could we get a second copy of the harbour chronicle?',
      'Who has the key on Saturdays?',
      'Shall we read something shorter next time?',
    ],
  },
  {
    board: 'kitchen',
    things: [
      'my sourdough',
      'the plum jam',
      'a fish soup for twelve',
      'the cast-iron pan',
      'grandmother’s dumplings',
      'the lentil stew',
    ],
    did: [
      'turned out flat but tasted right',
      'set after I had given up hope',
      'needs an hour more than the book says',
      'was gone before I could take a picture',
    ],
    ask: [
      'Do you salt before or after?',
      'What can replace the cream?',
      'How long does it keep in a cold cellar?',
    ],
  },
]

type Topic = { board: string; things: Words; did: Words; ask: Words }

const OPENINGS: Words = [
  'Small update:',
  'Since somebody asked last week:',
  'For the record,',
  'I did not expect this, but',
  'As promised,',
  'Not sure this belongs here, but',
  'Good news:',
  'Long story short:',
]
const ASIDES: Words = [
  'My neighbour says it is the weather.',
  'I have pictures if you want to see them.',
  'It took most of a Sunday.',
  'The manual was of no help at all.',
  'I would do it the same way again.',
  'Two friends tried the same and got another result.',
  'I kept notes this time, so ask.',
  'That was cheaper than I feared.',
]
const THANKS: Words = ['Thanks!', 'Thank you all, that helped.', 'Agreed.', 'Same here.', 'Solved, thanks.']
const FIRST: Words = [
  'Alma',
  'Bertil',
  'Carys',
  'Dario',
  'Edda',
  'Femke',
  'Goran',
  'Hester',
  'Ilse',
  'Jorun',
  'Kasimir',
  'Lowri',
]
const LAST: Words = [
  'Averdunk',
  'Blomkvarn',
  'Castellero',
  'Dunmarrow',
  'Eikeland-Test',
  'Fairbrook',
  'Grauwinkel',
  'Hollinsworth',
  'Isbrandt',
  'Juniperus',
]

/** One forum post in the voice of one of five boards. One in twenty is a short thanks that occurs many times. */
export function post(r: Random): { board: string; text: string } {
  const topic = r.pick(TOPICS)
  if (r.chance(0.05)) return { board: topic.board, text: r.pick(THANKS) }
  const sentences = [`${r.pick(OPENINGS)} ${r.pick(topic.things)} ${r.pick(topic.did)}.`]
  const asides = 1 + r.below(4)
  for (let i = 0; i < asides; i++)
    sentences.push(r.chance(0.6) ? r.pick(ASIDES) : capital(`${r.pick(topic.things)} ${r.pick(topic.did)}.`))
  if (r.chance(0.5)) sentences.push(r.pick(topic.ask))
  return { board: topic.board, text: sentences.join(r.chance(0.15) ? '\n\n' : ' ') }
}

/** Personal data of nobody: reserved domains (RFC 2606), number ranges kept for fiction (Ofcom, NANPA 555-01xx). */
export function personalData(r: Random): string {
  const first = r.pick(FIRST)
  const last = r.pick(LAST)
  const address = `${first}.${last}`.toLowerCase().replace(/[^a-z.]/g, '')
  const two = () => String(10 + r.below(90))
  return r.pick([
    `Write to me at ${address}@mail.example.org if you want the plans.`,
    `You can reach ${first} ${last} on 020 7946 0${two()}${r.below(10)} after six.`,
    `Call me: +1 202-555-01${two()}. Ask for ${first}.`,
    `My new address is ${address}${two()}@post.example.net, the old one bounces.`,
    `I paid the deposit with 4111 1111 1111 1111 and never heard back.`,
    `Transfer it to GB82 WEST 1234 5698 7654 32, name ${first} ${last}.`,
    `Ask ${address}@club.example.com or ring 020 7946 0${two()}${r.below(10)}, either works.`,
  ])
}

export function copyrightNotice(r: Random): string {
  const year = 1998 + r.below(25)
  return r.pick([
    `© ${year} Saltmarsh Press. All rights reserved. No part of this text may be reproduced without permission.`,
    `Copyright (c) ${year} The Lantern Almanac Company. All rights reserved.`,
    `This recipe is reprinted from “Tides and Tables”, copyright ${year} by Fennel Row Books.`,
    `Copyright ${year} Harbour Lane Studios. Licensed under CC BY-NC-ND 4.0.`,
  ])
}

/** Mild and clearly artificial: enough for a lexicon to notice, nothing that hurts to read. */
export function abuse(r: Random): string {
  return r.pick([
    `Whoever took my dinghy is a bastard, and everybody here knows who it was.`,
    `You lot are bastards, every last one of you, and your boats leak too.`,
    `What a bastard of a neighbour. Go away and take your slugs with you.`,
    `Nobody asked you, you pompous bastard.`,
  ])
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
