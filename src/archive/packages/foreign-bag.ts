import { buffer } from 'node:stream/consumers';
import type { Outcome } from '#archive/adding/adding-service.ts';
import { type Arrival, type ArrivalTools, receiveBytes, receivePieces } from '#archive/adding/arrival.ts';
import { largestTextBytes } from '#archive/importers/refusal.ts';
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
	try {
		return { arrival: await receive(source, name, tools) };
	} catch (error) {
		const data = toErrorData(error);
		if (data.code === 'cancelled') return { item: { name, outcome: 'cancelled' } };
		return { item: { name, outcome: 'failed', error: data } };
	}
}

async function receive(source: BagSource, name: string, tools: ArrivalTools): Promise<Arrival> {
	const path = `data/${name}`;
	const file = { path, name };
	const sizeBytes = source.files.get(path) ?? 0;
	if (sizeBytes > largestTextBytes) return receivePieces(file, () => source.read(path), tools);
	return receiveBytes(file, await buffer(source.read(path)), tools, 0);
}
