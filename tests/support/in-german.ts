import { reader } from '@/lib/i18n/reader.mjs'

/** Does it as for a request whose sender chose German. */
export const inGerman = <T>(act: () => T): T => reader.run({ cookie: 'winnow-locale=de' }, act)
