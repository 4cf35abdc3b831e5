/** Files from the command line or a second instance, kept until the window asks for them and passed on from then. */
export interface FilesToAdd {
	offer(paths: readonly string[]): void;
	/** Gives each path once. */
	take(): string[];
}

export function createFilesToAdd(first: readonly string[], passOn: (paths: string[]) => void): FilesToAdd {
	let waiting = [...first];
	let hasAsked = false;
	return {
		offer(paths) {
			if (paths.length === 0) return;
			if (hasAsked) passOn([...paths]);
			else waiting.push(...paths);
		},
		take() {
			hasAsked = true;
			const taken = waiting;
			waiting = [];
			return taken;
		},
	};
}
