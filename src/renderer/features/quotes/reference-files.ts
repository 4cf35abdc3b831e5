import { archive } from '#renderer/lib/archive.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { download } from '#renderer/lib/download.ts';
import { showToast } from '#renderer/ui/toast.ts';
import { type BibliographyFormat, bibliographyEndings, type RecordChoice } from '#shared/domain/citation.ts';
import { message } from '#shared/messages/messages.ts';

const mediaTypes: Readonly<Record<BibliographyFormat, string>> = {
	bibtex: 'application/x-bibtex',
	ris: 'application/x-research-info-systems',
	'csl-json': 'application/vnd.citationstyles.csl+json',
};

/** Writes the file where the person says, or hands it to the browser to keep; says how many records are in it. */
export async function exportReferences(format: BibliographyFormat, choice: RecordChoice): Promise<void> {
	const name = `${message('references.file-name')}.${bibliographyEndings[format]}`;
	if (desktop) {
		const path = await desktop.chooseSavePath(name);
		if (!path) return;
		const { exported, withheld } = await archive.calls.references.exportTo({ format, choice, path });
		showToast(message('references.exported', { exported, withheld }));
		return;
	}
	const { text, exported, withheld } = await archive.calls.references.exportText({ format, choice });
	download(new Blob([text], { type: mediaTypes[format] }), name);
	showToast(message('references.exported', { exported, withheld }));
}
