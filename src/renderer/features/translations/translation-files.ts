import { pickFile, sendFiles } from '#renderer/features/adding/index.ts';
import { archive } from '#renderer/lib/archive.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { exportFile } from '#renderer/lib/export-file.ts';
import { languageName } from '#renderer/lib/language-name.ts';
import { showToast } from '#renderer/ui/toast.ts';
import type { FileSource } from '#shared/api/file-source.ts';
import {
	type TranslationFormat,
	type TranslationSheetRequest,
	translationEndings,
} from '#shared/domain/translation.ts';
import { message } from '#shared/messages/messages.ts';

const mediaTypes: Readonly<Record<TranslationFormat, string>> = {
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	xliff: 'application/xliff+xml',
	text: 'text/plain;charset=utf-8',
};
/** So that the whole name fits on every disk. */
const longestTitle = 80;

/** Says what is in the file; false where the dialog was closed. */
export async function saveSheet(asked: TranslationSheetRequest, title: string): Promise<boolean> {
	const { translations } = archive.calls;
	const short = title.slice(0, longestTitle).replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ');
	const words = message('translations.file-name', { title: short.trim(), language: languageName(asked.language) });
	const summary = await exportFile(`${words}.${translationEndings[asked.format]}`, mediaTypes[asked.format], {
		toPath: (path) => translations.exportTo({ ...asked, path }),
		content: () => translations.exportBytes(asked),
	});
	if (!summary) return false;
	showToast(message('translations.saved', { count: summary.passageCount, done: summary.doneCount }));
	return true;
}

/** Null where the dialog was closed. */
export async function chooseSheet(): Promise<FileSource | null> {
	if (desktop) {
		const path = await desktop.chooseEdition();
		return path ? { kind: 'path', path } : null;
	}
	const file = await pickFile('');
	const [source] = file ? await sendFiles([file]) : [];
	return source ?? null;
}
