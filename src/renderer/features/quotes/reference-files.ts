import { archive } from '#renderer/lib/archive.ts';
import { exportFile } from '#renderer/lib/export-file.ts';
import { showToast } from '#renderer/ui/toast.ts';
import { type BibliographyFormat, bibliographyEndings, type RecordChoice } from '#shared/domain/citation.ts';
import { message } from '#shared/messages/messages.ts';

const mediaTypes: Readonly<Record<BibliographyFormat, string>> = {
	bibtex: 'application/x-bibtex',
	ris: 'application/x-research-info-systems',
	'csl-json': 'application/vnd.citationstyles.csl+json',
};

/** Says how many records are in the file. */
export async function exportReferences(format: BibliographyFormat, choice: RecordChoice): Promise<void> {
	const { references } = archive.calls;
	const summary = await exportFile(
		`${message('references.file-name')}.${bibliographyEndings[format]}`,
		mediaTypes[format],
		{
			toPath: (path) => references.exportTo({ format, choice, path }),
			content: () => references.exportText({ format, choice }),
		},
	);
	if (!summary) return;
	const { exported, withheld } = summary;
	showToast(message('references.exported', { exported, withheld }));
}
