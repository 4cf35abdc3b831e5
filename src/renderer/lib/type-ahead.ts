/** An editor that does not come within this time is not waited for. */
const patienceMs = 1000;

let typed: string | null = null;
let giveUp: ReturnType<typeof setTimeout> | undefined;

/** From now on letters are words for an editor that was asked for and is not there yet, and no commands. */
export function awaitEditor(): void {
	typed = '';
	clearTimeout(giveUp);
	giveUp = setTimeout(takeTypedAhead, patienceMs);
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
