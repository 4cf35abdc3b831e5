import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { message } from '#shared/messages/messages.ts';

type Question = 'passphrase.field' | 'passphrase.current' | 'passphrase.new' | 'package.export.passphrase-again';

/** Asks on the terminal, without showing what is typed; null where there is no terminal to ask on. */
export async function askPassphrase(question: Question): Promise<string | null> {
	if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
	const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
	const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
	process.stderr.write(message('cli.ask', { question: message(question) }));
	try {
		return await lines.question('');
	} finally {
		lines.close();
		process.stderr.write('\n');
	}
}
