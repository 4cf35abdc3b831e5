import { archive } from '#renderer/lib/archive.ts';
import { exportFile } from '#renderer/lib/export-file.ts';
import { showToast } from '#renderer/ui/toast.ts';
import { type ClaimChoice, type EvidenceFormat, evidenceEndings } from '#shared/domain/evidence.ts';
import { message } from '#shared/messages/messages.ts';

const mediaTypes: Readonly<Record<EvidenceFormat, string>> = { markdown: 'text/markdown', html: 'text/html' };

/** Says how many claims are in the file. */
export async function exportEvidence(format: EvidenceFormat, choice: ClaimChoice): Promise<void> {
	const { evidence } = archive.calls;
	const summary = await exportFile(`${message('evidence.file-name')}.${evidenceEndings[format]}`, mediaTypes[format], {
		toPath: (path) => evidence.exportTo({ format, choice, path }),
		content: () => evidence.exportText({ format, choice }),
	});
	if (!summary) return;
	const { exported, withheld } = summary;
	showToast(message('evidence.exported', { exported, withheld }));
}
