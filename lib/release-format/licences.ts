/**
 * Licences of data that the Hugging Face hub has an identifier for (docs/hub/repositories-licenses), by SPDX identifier. Anything
 * else, an expression of several among them, is `other` there, with its name.
 */
const HUB_LICENCES: Readonly<Record<string, string>> = {
  'AFL-3.0': 'afl-3.0',
  'AGPL-3.0-only': 'agpl-3.0',
  'Apache-2.0': 'apache-2.0',
  'Artistic-2.0': 'artistic-2.0',
  'BSD-2-Clause': 'bsd-2-clause',
  'BSD-3-Clause': 'bsd-3-clause',
  'BSL-1.0': 'bsl-1.0',
  'C-UDA-1.0': 'c-uda',
  'CC-BY-2.0': 'cc-by-2.0',
  'CC-BY-2.5': 'cc-by-2.5',
  'CC-BY-3.0': 'cc-by-3.0',
  'CC-BY-4.0': 'cc-by-4.0',
  'CC-BY-NC-2.0': 'cc-by-nc-2.0',
  'CC-BY-NC-3.0': 'cc-by-nc-3.0',
  'CC-BY-NC-4.0': 'cc-by-nc-4.0',
  'CC-BY-NC-ND-3.0': 'cc-by-nc-nd-3.0',
  'CC-BY-NC-ND-4.0': 'cc-by-nc-nd-4.0',
  'CC-BY-NC-SA-2.0': 'cc-by-nc-sa-2.0',
  'CC-BY-NC-SA-3.0': 'cc-by-nc-sa-3.0',
  'CC-BY-NC-SA-4.0': 'cc-by-nc-sa-4.0',
  'CC-BY-ND-4.0': 'cc-by-nd-4.0',
  'CC-BY-SA-3.0': 'cc-by-sa-3.0',
  'CC-BY-SA-4.0': 'cc-by-sa-4.0',
  'CC0-1.0': 'cc0-1.0',
  'CDLA-Permissive-1.0': 'cdla-permissive-1.0',
  'CDLA-Permissive-2.0': 'cdla-permissive-2.0',
  'CDLA-Sharing-1.0': 'cdla-sharing-1.0',
  'etalab-2.0': 'etalab-2.0',
  'GFDL-1.3-only': 'gfdl',
  'GPL-2.0-only': 'gpl-2.0',
  'GPL-3.0-only': 'gpl-3.0',
  ISC: 'isc',
  'LGPL-2.1-only': 'lgpl-2.1',
  'LGPL-3.0-only': 'lgpl-3.0',
  MIT: 'mit',
  'MPL-2.0': 'mpl-2.0',
  'ODbL-1.0': 'odbl',
  'ODC-By-1.0': 'odc-by',
  'PDDL-1.0': 'pddl',
  Unlicense: 'unlicense',
}

/** The hub's identifier, or null where it has none. */
export const hubLicence = (licence: string): string | null =>
  Object.hasOwn(HUB_LICENCES, licence) ? (HUB_LICENCES[licence] ?? null) : null

/** Where the text of a licence is; null for free text and for expressions, which have no page of their own. */
export const licenceAddress = (licence: string): string | null =>
  hubLicence(licence) === null ? null : `https://spdx.org/licenses/${licence}.html`
