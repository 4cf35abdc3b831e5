import { archive } from '#renderer/lib/archive.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { exportFile } from '#renderer/lib/export-file.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { showError, showToast } from '#renderer/ui/toast.ts';
import { type FindingAidFormat, findingAidEndings } from '#shared/domain/finding-aid.ts';
import { message } from '#shared/messages/messages.ts';

const mediaTypes: Readonly<Record<FindingAidFormat, string>> = { html: 'text/html', ead3: 'application/xml' };

/** Answers the commands that write the finding aid of the archive. */
export function useFindingAidCommands(): void {
	const isWholeArchive = readingCopy === undefined;
	useCommand('findingAid.html', () => void write('html').catch(showError), isWholeArchive);
	useCommand('findingAid.ead3', () => void write('ead3').catch(showError), isWholeArchive);
}

async function write(format: FindingAidFormat): Promise<void> {
	const { findingAid } = archive.calls;
	const name = `${message('finding-aid.file-name')}.${findingAidEndings[format]}`;
	const summary = await exportFile(name, mediaTypes[format], {
		toPath: (path) => findingAid.exportTo({ format, path }),
		content: () => findingAid.exportText({ format }),
	});
	if (!summary) return;
	const { exported, withheld, exposedNames } = summary;
	showToast(message('finding-aid.written', { exported, withheld }));
	if (exposedNames.length > 0) showToast(message('finding-aid.exposed', { names: exposedNames.join('; ') }));
}
