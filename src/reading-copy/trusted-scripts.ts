// TypeScript's DOM types do not know Trusted Types; this is the part that is used.
interface TrustedTypes {
	createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): URL };
}

/** Named in the policy of the page (`archive/reading-copy/index-page.ts`). */
const policyName = 'lectern-part';
const ownFile = /^(?:data|app)\/[a-z0-9/-]+\.js$/;

const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(policyName, {
	createScriptURL(asked) {
		if (!ownFile.test(asked)) throw new TypeError(asked);
		return asked;
	},
});

/** Runs a script of the copy's own folder. Resolves when it has run, whatever it did; rejects when there is none. */
export function runScript(path: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const script = document.createElement('script');
		script.addEventListener('load', () => resolve());
		script.addEventListener('error', () => reject(new Error(path)));
		script.src = (policy?.createScriptURL(path) ?? path) as string;
		document.head.append(script);
		script.addEventListener('load', () => script.remove());
	});
}
