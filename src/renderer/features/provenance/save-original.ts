import { archive } from '#renderer/lib/archive.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { follow } from '#renderer/lib/download.ts';
import { showToast } from '#renderer/ui/toast.ts';
import type { HeldFile } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import { portableName } from '#shared/text/file-name.ts';

/** Has the bytes as received written where the person says. */
export async function saveOriginal({ sha256, fileName }: HeldFile): Promise<void> {
	const name = bareName(fileName);
	if (!desktop) {
		// By the browser, which writes it as it comes: an original may be larger than memory.
		follow(`/originals/${sha256}`, name);
		return;
	}
	const path = await desktop.chooseSavePath(name);
	if (!path) return;
	await archive.calls.originals.saveTo({ sha256, path });
	showToast(message('provenance.saved-original', { file: name }));
}

/** Of what came with the folders that it lay in, or from a system whose names others do not take. */
function bareName(fileName: string): string {
	return portableName(fileName.slice(fileName.lastIndexOf('/') + 1));
}
