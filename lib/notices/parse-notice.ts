import { elementsOf } from './elements'
import { blank, fold } from './fold'
import { linksIn } from './links'
import type { Link, Notice } from './notice'
import { partyOf } from './people'
import { withRoles } from './roles'
import { scopeOf } from './scope'
import { sectionsOf } from './sections'
import { signatureOf } from './signature'
import { typeOf } from './type'
import { worksOf } from './works'

/**
 * Reads a takedown letter, a counter notice or a retraction: pasted, or the text of a mail (`letterOf`). Pure, and linear in the
 * text; never throws. What it says is a proposal for a form that a person then checks: every value carries where it was read and how
 * sure that is, and nothing is made up for what is not there.
 */
export function parseNotice(given: string): Notice {
  const text = given.replace(/\r\n?/g, '\n')
  const folded = fold(text)
  const sections = sectionsOf(text, folded)
  const said = blank(
    folded,
    sections.filter(({ asks }) => asks).map(({ question }) => question),
  )
  const type = typeOf(folded)
  const links = withRoles(text, folded, linksIn(text), sections, type.value)
  const places = placesOf(links)
  const works = worksOf(text, said, sections)
  const party = partyOf(text, said, sections)
  const signature = signatureOf(text, sections)
  return {
    text,
    language: languageOf(folded),
    type,
    works,
    links,
    places,
    scope: scopeOf(said),
    elements: elementsOf({ type: type.value, said, links, places, works, party, signature }),
    party,
    signature,
  }
}

/**
 * The distinct things the letter is about. Where it names repositories, other addresses beside them are not counted; where it names nothing
 * but an earlier letter, it is about what that one was.
 */
function placesOf(links: readonly Link[]): string[] {
  const about = links.filter(({ role }) => role === 'material' || role === 'fork')
  if (about.length === 0)
    return links
      .filter(({ role }) => role === 'notice')
      .slice(0, 1)
      .map(({ url }) => url)
  const hosted = about.filter(({ place }) => place.kind !== 'page')
  return [...new Set((hosted.length > 0 ? hosted : about).map(({ place }) => place.key))]
}

const GERMAN =
  /(?<= )(?:der|die|das|und|ich|wir|nicht|ist|sind|dass|mit|von|für|zu|auf|ein|eine|den|dem|des|hiermit|bitte)(?= )/g
const ENGLISH =
  /(?<= )(?:the|and|i|we|not|is|are|that|with|of|for|to|on|a|an|this|hereby|please|my|our)(?= )/g

function languageOf(folded: string): Notice['language'] {
  const part = folded.slice(0, 20_000)
  return (part.match(GERMAN)?.length ?? 0) > (part.match(ENGLISH)?.length ?? 0) ? 'de' : 'en'
}
