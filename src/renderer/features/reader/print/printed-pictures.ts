import { queryClient } from '#renderer/lib/query-client.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import { pictureQuery } from '../figures/pictures.ts';

/** What of a text is printed. */
export interface PrintedBlocks {
	editionId: EditionId;
	blocks: readonly StoredBlock[];
}

/** So many characters of addresses: all pictures of a document are there at once while it is printed. */
const mostLength = 400_000_000;

/**
 * The pictures of a text as addresses, by ordinal. Those that do not come, or are more than a window holds, are left out;
 * once `signal` is aborted no more are asked for.
 */
export async function loadPrintedPictures(
	{ editionId, blocks }: PrintedBlocks,
	signal: AbortSignal,
): Promise<ReadonlyMap<number, string>> {
	const loaded = new Map<number, string>();
	let length = 0;
	for (const { ordinal, figure } of blocks) {
		if (signal.aborted) break;
		if (!figure?.picture || length > mostLength) continue;
		const address = await queryClient.fetchQuery(pictureQuery(editionId, ordinal)).catch(() => undefined);
		if (address === undefined) continue;
		loaded.set(ordinal, address);
		length += address.length;
	}
	return loaded;
}
