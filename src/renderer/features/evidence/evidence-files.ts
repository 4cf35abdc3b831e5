import { archive } from '#renderer/lib/archive.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { download } from '#renderer/lib/download.ts';
import { showToast } from '#renderer/ui/toast.ts';
import { type ClaimChoice, type EvidenceFormat, evidenceEndings } from '#shared/domain/evidence.ts';
import { message } from '#shared/messages/messages.ts';

const mediaTypes: Readonly<Record<EvidenceFormat, string>> = { markdown: 'text/markdown', html: 'text/html' };

/** Writes the file where the person says, or hands it to the browser to keep; says how many claims are in it. */
export async function exportEvidence(format: EvidenceFormat, choice: ClaimChoice): Promise<void> {
	const name = `${message('evidence.file-name')}.${evidenceEndings[format]}`;
	if (desktop) {
		const path = await desktop.chooseSavePath(name);
		if (!path) return;
		const { exported, withheld } = await archive.calls.evidence.exportTo({ format, choice, path });
		showToast(message('evidence.exported', { exported, withheld }));
		return;
	}
	const { text, exported, withheld } = await archive.calls.evidence.exportText({ format, choice });
	download(new Blob([text], { type: mediaTypes[format] }), name);
	showToast(message('evidence.exported', { exported, withheld }));
}
