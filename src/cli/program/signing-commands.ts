import type { Command } from 'commander';
import { handleSigningKey } from '../commands/signing-key.ts';
import { type AtPlace, type CommonOptions, describeAs, describeGroup } from './describe-command.ts';

/** `lectern signing-key …`: the key with which exports of the log and receipts are signed. */
export function addSigningCommands(program: Command, atPlace: AtPlace): void {
	const group = describeGroup(program, 'signing-key', 'cli.help.signingKey');
	const noArchive = { hasArchive: false };
	describeAs(group, 'show', 'cli.help.signingKeyShow', undefined, undefined, noArchive).action(
		(options: CommonOptions) => atPlace(options, (place, output) => handleSigningKey(place, { kind: 'show' }, output)),
	);
	describeAs(group, 'make', 'cli.help.signingKeyMake', undefined, undefined, noArchive).action(
		(options: CommonOptions) => atPlace(options, (place, output) => handleSigningKey(place, { kind: 'make' }, output)),
	);
	describeAs(group, 'import', 'cli.help.signingKeyImport', '<file>', 'cli.help.signingKeyFile', noArchive).action(
		(file: string, options: CommonOptions) =>
			atPlace(options, (place, output) => handleSigningKey(place, { kind: 'import', file }, output)),
	);
}
