import type { Command } from 'commander';
import { message } from '#shared/messages/messages.ts';
import { type ReceiptOptions, writeReceipt } from '../commands/receipt.ts';
import { type CommonOptions, describeAs, type WithSession } from './describe-command.ts';

type GivenOptions = CommonOptions & Omit<ReceiptOptions, 'records'>;

/** `lectern receipt`: for whoever gave files. It writes an entry of the log where the archive can be written to. */
export function addReceiptCommand(program: Command, withSession: WithSession): void {
	describeAs(program, 'receipt', 'cli.help.receipt', '[record...]', 'cli.help.record')
		.option('--last-added', message('cli.help.receiptLastAdded'))
		.option('--out <file>', message('cli.help.out'))
		.option('--sign', message('cli.help.logSign'))
		.option('--no-file-names', message('cli.help.receiptNoFileNames'))
		.action((records: string[], options: GivenOptions, command: Command) => {
			if ((records.length === 0) !== (options.lastAdded === true)) command.error(message('cli.receipt.which'));
			return withSession('either', (session, output) => writeReceipt(session, { ...options, records }, output))(
				options,
			);
		});
}
