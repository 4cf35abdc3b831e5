import type { Outcome } from '#archive/adding/adding-service.ts';
import { type ArrivalTools, receive } from '#archive/adding/arrival.ts';
import { toErrorData } from '#shared/domain/app-error.ts';
import type { BagSource } from './bag/bag-source.ts';

/** Paths of the payload below `data/`, in order of name. */
export function payloadOf(source: BagSource): string[] {
	return [...source.files.keys()]
		.filter((path) => path.startsWith('data/'))
		.map((path) => path.slice('data/'.length))
		.sort();
}

/** A file of a bag made by others, read as any added file is; its path in the bag is its name. Never throws. */
export async function receiveFromBag(source: BagSource, name: string, tools: ArrivalTools): Promise<Outcome> {
	const path = `data/${name}`;
	const content = { sizeBytes: source.files.get(path) ?? 0, open: () => source.read(path) };
	try {
		return { arrival: await receive({ path, name, content }, tools) };
	} catch (error) {
		const data = toErrorData(error);
		if (data.code === 'cancelled') return { item: { name, outcome: 'cancelled' } };
		return { item: { name, outcome: 'failed', error: data } };
	}
}
