import { archive } from '#renderer/lib/archive.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { download } from '#renderer/lib/download.ts';
import { showError, showToast } from '#renderer/ui/toast.ts';
import { type FindingAidFormat, type FindingAidSummary, findingAidEndings } from '#shared/domain/finding-aid.ts';
import { message } from '#shared/messages/messages.ts';

const mediaTypes: Readonly<Record<FindingAidFormat, string>> = { html: 'text/html', ead3: 'application/xml' };

/** Answers the commands that write the finding aid of the archive. */
export function useFindingAidCommands(): void {
	useCommand('findingAid.html', () => void write('html').catch(showError));
	useCommand('findingAid.ead3', () => void write('ead3').catch(showError));
}

async function write(format: FindingAidFormat): Promise<void> {
	const name = `${message('finding-aid.file-name')}.${findingAidEndings[format]}`;
	if (desktop) {
		const path = await desktop.chooseSavePath(name);
		if (path) tell(await archive.calls.findingAid.exportTo({ format, path }));
		return;
	}
	const { text, ...summary } = await archive.calls.findingAid.exportText({ format });
	download(new Blob([text], { type: mediaTypes[format] }), name);
	tell(summary);
}

function tell({ exported, withheld, exposedNames }: FindingAidSummary): void {
	showToast(message('finding-aid.written', { exported, withheld }));
	if (exposedNames.length > 0) showToast(message('finding-aid.exposed', { names: exposedNames.join('; ') }));
}
