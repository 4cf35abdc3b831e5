import { AppError } from '#shared/domain/app-error.ts';
import { partPath } from '#shared/reading-copy/part-file.ts';

/** Where the parts of a copy come from. */
export interface PartLoader {
	/**
	 * The content of a part, each time as it lies there now: nothing is kept here. Rejects with damaged-copy when it is
	 * missing or is not what its name says.
	 */
	load(name: string): Promise<string>;
	/** Has these parts ready for whoever asks for them next; one that is not there is told of then. */
	prefetch(names: Iterable<string>): void;
}

/** Why, the browser tells no page. */
export function damagedPart(name: string, cause?: unknown): AppError {
	return new AppError('damaged-copy', { file: partPath(name) }, { cause });
}

/** @param onPart called with each part that was asked for, before whoever asked has it */
export function watchedLoader(loader: PartLoader, onPart: (name: string, content: string) => void): PartLoader {
	return {
		async load(name) {
			const content = await loader.load(name);
			onPart(name, content);
			return content;
		},
		prefetch: loader.prefetch,
	};
}
