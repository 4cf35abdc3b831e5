import type { Command } from 'commander';
import { message } from '#shared/messages/messages.ts';
import { changePassphrase, type PassphraseOptions } from '../commands/passphrase.ts';
import { type AtPlace, type CommonOptions, describeAs, describeGroup } from './describe-command.ts';

type Options = CommonOptions & Omit<PassphraseOptions, 'kind'>;

/** `lectern passphrase …`: what an archive is encrypted with. */
export function addPassphraseCommands(program: Command, atPlace: AtPlace): void {
	const group = describeGroup(program, 'passphrase', 'cli.help.passphrase');
	for (const kind of ['set', 'change', 'remove'] as const) {
		const command = describeAs(group, kind, `cli.help.passphrase-${kind}`);
		if (kind !== 'remove') command.option('--new-passphrase-file <file>', message('cli.help.new-passphrase-file'));
		command
			.option('--delete-old', message('cli.help.delete-old'))
			.action((options: Options) =>
				atPlace(options, (place, output) => changePassphrase(place, { ...options, kind }, output)),
			);
	}
}
