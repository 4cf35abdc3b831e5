import type { BibliographyFormat } from '../../domain/citation.ts';
import type { BibliographyEntry } from './bibliography-entry.ts';
import { writeBibtex } from './bibtex.ts';
import { writeCslJson } from './csl-json.ts';
import { writeRis } from './ris.ts';

const writers: Readonly<Record<BibliographyFormat, (entries: readonly BibliographyEntry[]) => string>> = {
	bibtex: writeBibtex,
	ris: writeRis,
	'csl-json': writeCslJson,
};

/** The whole file as text, in UTF-8 without a byte order mark. */
export function writeBibliography(entries: readonly BibliographyEntry[], format: BibliographyFormat): string {
	return writers[format](entries);
}
