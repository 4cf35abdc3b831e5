// What set-up tells the person who waits for it. Always on stderr: stdout belongs to the command that follows.

/** @param {string} text */
export function say(text) {
	process.stderr.write(`lectern: ${text}\n`);
}

/** Something is missing that only the person can provide; the message says what and how. */
export class SetUpError extends Error {}

/**
 * Runs a script's body: a SetUpError ends in its message and status 2, without a stack.
 * @param {() => Promise<number | void>} body gives the exit status
 */
export async function runScript(body) {
	try {
		process.exitCode = (await body()) ?? 0;
	} catch (error) {
		if (!(error instanceof SetUpError)) throw error;
		say(error.message);
		process.exitCode = 2;
	}
}
