/** The profile of those who may be anywhere: every decision holds in it, wherever it was made to hold. */
export const WORLD = 'world'

/** A release as addresses name it: `2.0.0`, and `2.0.0+eu` for a profile that is not the world's, as SemVer marks a build. */
export type Named = { version: string; profile: string }

export const nameOf = ({ version, profile }: Named): string =>
  profile === WORLD ? version : `${version}+${profile}`

/** A plus sign comes encoded or not; what is no name of a release is a version nobody has. */
export function parseName(name: string): Named {
  const [version = '', profile = WORLD] = name.replace('%2B', '+').split('+')
  return { version, profile }
}
