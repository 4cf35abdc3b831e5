import { flushSync } from 'react-dom';
import { archive } from '#renderer/lib/archive.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { exportFile } from '#renderer/lib/export-file.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { showError, showToast } from '#renderer/ui/toast.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { type FindingAidFormat, type FindingAidSummary, findingAidEndings } from '#shared/domain/finding-aid.ts';
import { message } from '#shared/messages/messages.ts';
import { useFindingAidView } from './finding-aid-store.ts';

const mediaTypes: Readonly<Record<FindingAidFormat, string>> = { html: 'text/html', ead3: 'application/xml' };

/** Answers the commands that write the finding aid of the archive. */
export function useFindingAidCommands(): void {
	const isWholeArchive = readingCopy === undefined;
	useCommand('findingAid.html', () => void write('html').catch(showError), isWholeArchive);
	useCommand('findingAid.pdf', () => void writePdf().catch(showError), isWholeArchive && desktop !== undefined);
	useCommand('findingAid.ead3', () => void write('ead3').catch(showError), isWholeArchive);
}

async function write(format: FindingAidFormat): Promise<void> {
	const { findingAid } = archive.calls;
	const name = `${message('finding-aid.file-name')}.${findingAidEndings[format]}`;
	const summary = await exportFile(name, mediaTypes[format], {
		toPath: (path) => findingAid.exportTo({ format, path }),
		content: () => findingAid.exportText({ format }),
	});
	if (summary) tellOf(summary);
}

/** Draws it for paper and writes it where the person says; what was asked for and is not written stays undrawn. */
async function writePdf(): Promise<void> {
	const { sheet, ...summary } = await archive.calls.findingAid.sheet();
	flushSync(() => useFindingAidView.setState({ printed: sheet }));
	try {
		await document.fonts.ready;
		const suggestedName = `${message('finding-aid.file-name')}.pdf`;
		const saved = await desktop?.savePdf({ suggestedName, head: sheet.title, foot: '' });
		if (saved?.error) throw new AppError(saved.error.code, saved.error.detail);
		if (saved) tellOf(summary);
	} finally {
		useFindingAidView.setState({ printed: null });
	}
}

function tellOf({ exported, withheld, exposedNames, isGiverExposed }: FindingAidSummary): void {
	showToast(message('finding-aid.written', { exported, withheld }));
	if (exposedNames.length > 0) showToast(message('finding-aid.exposed', { names: exposedNames.join('; ') }));
	if (isGiverExposed) showToast(message('finding-aid.giver-exposed'));
}
