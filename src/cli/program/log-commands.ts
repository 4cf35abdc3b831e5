import { type Command, Option } from 'commander';
import { type CustodyFormat, type CustodyKind, custodyFormats, custodyKinds } from '#shared/domain/custody.ts';
import { message } from '#shared/messages/messages.ts';
import { exportLog } from '../commands/log/export.ts';
import { listLog } from '../commands/log/list.ts';
import { verifyLog } from '../commands/log/verify.ts';
import { type LogFileOptions, verifyLogFile } from '../commands/log/verify-file.ts';
import {
	type AtPlace,
	type CommonOptions,
	describeAs,
	describeGroup,
	readLimit,
	type WithSession,
} from './describe-command.ts';

/** `lectern log …`: the custody log. */
export function addLogCommands(program: Command, withSession: WithSession, atPlace: AtPlace): void {
	const log = describeGroup(program, 'log', 'cli.help.log');
	describeAs(log, 'list', 'cli.help.logList')
		.addOption(new Option('--kind <kind>', message('cli.help.logKind')).choices([...custodyKinds]))
		.option('--record <record>', message('cli.help.record'))
		.option('--limit <number>', message('cli.help.logLimit'), readLimit, 100)
		.action((options: CommonOptions & { kind?: CustodyKind; record?: string; limit: number }) =>
			withSession('read', (session, output) => listLog(session, options, output))(options),
		);
	describeAs(log, 'verify', 'cli.help.logVerify')
		.option('--head <digest>', message('cli.help.logHead'))
		.addOption(new Option('--file <file>', message('cli.help.logFile')).conflicts('archive'))
		.option('--public-key <key>', message('cli.help.public-key'))
		.action((options: CommonOptions & Partial<LogFileOptions>, command: Command) => {
			const { file, publicKey } = options;
			if (file !== undefined)
				return atPlace(options, (place, output) => verifyLogFile(place, { ...options, file }, output));
			if (publicKey !== undefined) command.error(message('cli.log.public-key-needs-file'));
			return withSession('read', (session, output) => verifyLog(session, options, output))(options);
		});
	describeAs(log, 'export', 'cli.help.logExport')
		.addOption(new Option('--format <format>', message('cli.help.format')).choices(custodyFormats).default('jsonl'))
		.option('--out <file>', message('cli.help.out'))
		.option('--sign', message('cli.help.logSign'))
		.action((options: CommonOptions & { format: CustodyFormat; out?: string; sign?: boolean }) =>
			withSession('read', (session, output) => exportLog(session, options, output))(options),
		);
}
