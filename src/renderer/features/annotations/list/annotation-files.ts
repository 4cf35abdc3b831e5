import { archive } from '#renderer/lib/archive.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { exportFile } from '#renderer/lib/export-file.ts';
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

/** Says how many annotations are in the file. */
export async function exportAnnotations(format: ExportFormat, choice: AnnotationChoice): Promise<void> {
	const { annotations } = archive.calls;
	const summary = await exportFile(`${message('annotations.file-name')}.${exportEndings[format]}`, mediaTypes[format], {
		toPath: (path) => annotations.exportTo({ format, choice, path }),
		content: () => annotations.exportText({ format, choice }),
	});
	if (summary) showToast(message('transfer.exported', { ...summary }));
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
