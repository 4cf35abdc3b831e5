import { QueryHelp } from '#renderer/features/search/index.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { runCommand, useAnsweredCommands } from '#renderer/lib/commands.ts';
import { useOwnCommands } from '#renderer/lib/own-commands.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { useKeysSaid } from '#renderer/lib/shortcuts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { CommandKeys } from '#renderer/ui/Keys.tsx';
import { type CommandId, commandTitleKey } from '#shared/api/commands.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './HelpPage.module.css';
import { KeyTable } from './KeyTable.tsx';

const jobs = [
	{ name: 'add', commands: ['adding.files', 'adding.folder'] },
	{ name: 'inbox', commands: ['adding.paste', 'settings.open'] },
	{ name: 'find', commands: ['search.open', 'search.list'], isInCopies: true },
	{ name: 'read', commands: ['go.library', 'find.open', 'reading.quiet', 'go.reading'], isInCopies: true },
	{ name: 'aloud', commands: ['aloud.toggle'], isInCopies: true },
	{ name: 'beside', commands: ['reader.beside', 'editions.compare'] },
	{ name: 'recordings', commands: ['recording.play', 'transcript.write'] },
	{ name: 'write', commands: ['text.write', 'text.redact', 'recognition.start'] },
	{ name: 'translate', commands: ['go.translations', 'text.translate'] },
	{ name: 'mark', commands: ['go.annotations'], isInCopies: true },
	{ name: 'look', commands: ['go.chronology', 'go.graph', 'go.map', 'go.names'] },
	{ name: 'prove', commands: ['go.evidence'] },
	{ name: 'cite', commands: ['go.quotes', 'record.cite', 'edition.print'] },
	{ name: 'share', commands: ['package.export', 'reading-copy.export', 'archive.merge'] },
	{ name: 'trust', commands: ['originals.verify', 'go.custody'] },
	{ name: 'secret', commands: ['archive.new-encrypted', 'archive.lock', 'settings.open'] },
	{ name: 'field', commands: ['archive.seal', 'device.ready', 'settings.open'] },
	{ name: 'backup', commands: ['archive.backup'] },
	{ name: 'withdraw', commands: ['records.withdraw'] },
	{ name: 'undo', commands: ['history.undo'] },
] as const satisfies readonly { name: string; commands: readonly CommandId[]; isInCopies?: true }[];

const words = ['record', 'holding', 'original', 'edition', 'passage', 'annotation', 'custody'] as const;

const readingKeys = {
	next: 'passage.next',
	previous: 'passage.previous',
	back: 'passage.return',
	quiet: 'reading.quiet',
} as const;

/** In a reading copy, what can be done there. */
const ownJobs = readingCopy ? jobs.filter((job) => 'isInCopies' in job) : jobs;

/** What one can do here and how, without a network like all the rest. */
export function HelpPage() {
	const said = useKeysSaid(readingKeys);
	const isReadOnly = useIsReadOnly();
	return (
		<div className={styles.page}>
			<h1 className={styles.title}>{message('help.title')}</h1>
			<p className={styles.note}>{message('help.text')}</p>
			{ownJobs.map(({ name, commands }) => (
				<section key={name} className={styles.section}>
					<h2 className={styles.heading}>{message(`help.${name}`)}</h2>
					<p className={styles.text}>{message(`help.${name}.text`, name === 'read' ? said : {})}</p>
					<Commands ids={commands} />
				</section>
			))}
			{readingCopy ? (
				<section className={styles.section}>
					<h2 className={styles.heading}>{message('reading-copy.notes')}</h2>
					<p className={styles.text}>{message('reading-copy.notes.text')}</p>
					<Commands ids={['notes.save', 'notes.open']} />
				</section>
			) : null}
			<section className={styles.section}>
				<h2 className={styles.heading}>{message('help.keys')}</h2>
				<p className={styles.text}>{message('help.keys.text', { events: isReadOnly ? 'no' : 'yes' })}</p>
				<Commands ids={['help.shortcuts', 'palette.open', 'help.tour']} />
				<KeyTable />
			</section>
			<section className={styles.section}>
				<QueryHelp />
			</section>
			<section className={styles.section}>
				<h2 className={styles.heading}>{message('help.words')}</h2>
				<dl className={styles.words}>
					{words.map((word) => (
						<div key={word} className={styles.word}>
							<dt>{message(`help.word.${word}`)}</dt>
							<dd>{message(`help.word.${word}.text`)}</dd>
						</div>
					))}
				</dl>
			</section>
		</div>
	);
}

function Commands({ ids }: { ids: readonly CommandId[] }) {
	const answered = useAnsweredCommands();
	const commands = useOwnCommands();
	if (ids.length === 0) return null;
	return (
		<div className={styles.commands}>
			{commands
				.filter(({ id }) => ids.includes(id))
				.map(({ id }) =>
					answered.has(id) ? (
						<Button key={id} onPress={() => runCommand(id)}>
							{message(commandTitleKey(id))}
							<CommandKeys command={id} />
						</Button>
					) : (
						// What is done on a text or a record is done there; here it is named.
						<span key={id} className={styles.elsewhere}>
							{message(commandTitleKey(id))}
							<CommandKeys command={id} />
						</span>
					),
				)}
		</div>
	);
}
