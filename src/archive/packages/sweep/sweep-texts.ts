import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '#shared/domain/app-error.ts';
import type { SweepReport } from '#shared/domain/package.ts';
import { NameSweep, type PlacedText } from './name-sweep.ts';
import type { WithheldName } from './withheld-names.ts';

const textsPerTurn = 500;

/** Looks for withheld names in every text that is about to leave. Throws `cancelled`. */
export async function sweepTexts(
	texts: AsyncIterable<PlacedText> | Iterable<PlacedText>,
	{ names, signal }: { names: readonly WithheldName[]; signal?: AbortSignal },
): Promise<SweepReport> {
	const sweep = new NameSweep(names);
	// Without names nothing is found, and nothing need be read.
	if (names.length === 0) return sweep.finish();
	let count = 0;
	for await (const text of texts) {
		await sweep.add(text);
		count += 1;
		if (count % textsPerTurn !== 0) continue;
		await nextTurn();
		if (signal?.aborted) throw new AppError('cancelled');
	}
	return sweep.finish();
}
