import { archive } from '#renderer/lib/archive.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { download } from '#renderer/lib/download.ts';
import { showToast } from '#renderer/ui/toast.ts';
import { type AnnotationChoice, type ExportFormat, exportEndings } from '#shared/domain/annotation-transfer.ts';
import { type JobId, newId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { pickFile, sendFiles } from '../../adding/index.ts';

const mediaTypes: Readonly<Record<ExportFormat, string>> = {
	jsonld: 'application/ld+json',
	markdown: 'text/markdown',
	csv: 'text/csv',
};

/** Writes the file where the person says, or hands it to the browser to keep; says how many are in it. */
export async function exportAnnotations(format: ExportFormat, choice: AnnotationChoice): Promise<void> {
	const name = `${message('annotations.file-name')}.${exportEndings[format]}`;
	if (desktop) {
		const path = await desktop.chooseSavePath(name);
		if (!path) return;
		const summary = await archive.calls.annotations.exportTo({ format, choice, path });
		showToast(message('transfer.exported', { ...summary }));
		return;
	}
	const { text, ...summary } = await archive.calls.annotations.exportText({ format, choice });
	download(new Blob([text], { type: mediaTypes[format] }), name);
	showToast(message('transfer.exported', summary));
}

/** Asks for a file and starts importing it; gives the job, or null when no file was chosen. */
export async function importAnnotations(): Promise<JobId | null> {
	const id = newId<JobId>();
	if (desktop) {
		const path = await desktop.chooseAnnotations();
		return path ? archive.calls.annotations.importFrom({ id, source: { kind: 'path', path } }) : null;
	}
	const file = await pickFile('.json,.jsonld,application/ld+json');
	const [source] = file ? await sendFiles([file]) : [];
	return source ? archive.calls.annotations.importFrom({ id, source }) : null;
}
