/** An editor that does not come within this time, once nothing stands in its way, is not waited for. */
const patienceMs = 1000;

let typed: string | null = null;
/** What the editor that was asked for last waits for. */
let latest: Promise<unknown> | undefined;
let giveUp: ReturnType<typeof setTimeout> | undefined;

/**
 * From now on letters are words for an editor that was asked for and is not there yet, and no commands. It may be long in
 * coming on a slow disk: until `ready` settles it is waited for however long that takes.
 */
export function awaitEditor(ready: Promise<unknown> = Promise.resolve()): void {
	typed = '';
	clearTimeout(giveUp);
	latest = ready;
	const wait = () => {
		if (latest === ready && typed !== null) giveUp = setTimeout(takeTypedAhead, patienceMs);
	};
	ready.then(wait, wait);
}

/** Gives what was typed while the editor was awaited; from now on letters are commands again. */
export function takeTypedAhead(): string {
	clearTimeout(giveUp);
	const text = typed ?? '';
	typed = null;
	return text;
}

/** Whether a key was taken as a letter for the editor that is awaited. */
export function isTypedAhead(event: KeyboardEvent): boolean {
	const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
	if (typed === null || !isLetter) return false;
	typed += event.key;
	event.preventDefault();
	event.stopPropagation();
	return true;
}
