// TypeScript's DOM types do not know Trusted Types; this is the part that is used.
interface TrustedTypes {
	createPolicy(
		name: string,
		rules: { createScriptURL(url: string): string; createScript(source: string): string },
	): { createScriptURL(url: string): URL; createScript(source: string): string };
}

/** Named in the policy of the page (`archive/reading-copy/index-page.ts`). */
const policyName = 'lectern-part';
const ownFile = /^(?:data|app)\/[a-z0-9/-]+\.js$/;

const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(policyName, {
	createScriptURL(asked) {
		if (!ownFile.test(asked)) throw new TypeError(asked);
		return asked;
	},
	// The policy of the page knows the one script that may run so by its digest.
	createScript: (source) => source,
});

/** Runs a script of the copy's own folder. Resolves when it has run, whatever it did; rejects when there is none. */
export function runScriptOf(path: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const script = document.createElement('script');
		script.addEventListener('load', () => resolve());
		script.addEventListener('error', () => reject(new Error(path)));
		script.src = (policy?.createScriptURL(path) ?? path) as string;
		document.head.append(script);
		script.addEventListener('load', () => script.remove());
	});
}

/** Runs the window's program where it came inside the page. It has run when this returns. */
export function runProgram(source: string): void {
	const script = document.createElement('script');
	script.text = policy?.createScript(source) ?? source;
	document.head.append(script);
	script.remove();
}
