import { archive } from '#renderer/lib/archive.ts';
import { exportFile } from '#renderer/lib/export-file.ts';
import { showToast } from '#renderer/ui/toast.ts';
import type { TranslationAim, TranslationFormat, TranslationSheetRequest } from '#shared/domain/translation.ts';
import { message } from '#shared/messages/messages.ts';
import { type NamedAim, sheetName } from './sheet-name.ts';

const mediaTypes: Readonly<Record<TranslationFormat, string>> = {
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	xliff: 'application/xliff+xml',
	text: 'text/plain;charset=utf-8',
};

/** Says what is in the file; false where the dialog was closed. */
export async function saveSheet(aim: NamedAim, format: TranslationFormat): Promise<boolean> {
	const { recordId, language } = aim;
	const file = { name: sheetName(aim, format), mediaType: mediaTypes[format] };
	return save({ aims: [{ recordId, language }], isPacked: false, format }, file);
}

/** The files of several records, in a ZIP file. */
export async function saveSheets(aims: readonly TranslationAim[], format: TranslationFormat): Promise<boolean> {
	const asked = aims.map(({ recordId, language }) => ({ recordId, language }));
	const file = { name: `${message('translations.files-name')}.zip`, mediaType: 'application/zip' };
	return save({ aims: asked, isPacked: true, format }, file);
}

async function save(asked: TranslationSheetRequest, file: { name: string; mediaType: string }): Promise<boolean> {
	const { translations } = archive.calls;
	const summary = await exportFile(file.name, file.mediaType, {
		toPath: (path) => translations.exportTo({ ...asked, path }),
		content: () => translations.exportBytes(asked),
	});
	if (!summary) return false;
	const { fileCount, passageCount: count, doneCount: done } = summary;
	const saved = message('translations.saved', { count, done });
	showToast(fileCount === 1 ? saved : message('translations.saved-files', { files: fileCount, saved }));
	return true;
}
