import { useQuery } from '@tanstack/react-query';
import { queries } from '#renderer/lib/query-keys.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import {
	leftOutKinds,
	type PackageChoice,
	type PackageProfile,
	packagedKinds,
	type RedactedGoing,
} from '#shared/domain/package.ts';
import { message } from '#shared/messages/messages.ts';
import { redactedWords, tellingWords } from '#shared/messages/redacted-words.ts';
import styles from './packages.module.css';

/** What would go into the package and what would stay out, counted. */
export function PackageContents({ choice, profile }: { choice: PackageChoice; profile: PackageProfile }) {
	const { data: preview, error } = useQuery(queries.packages.preview({ choice, profile }));
	if (error) return <ErrorNotice error={error} />;
	const { packaged = {}, leftOut = {}, fileTitles = [], redacted = [] } = preview ?? {};
	const [title] = fileTitles;
	const going = packagedKinds.flatMap((kind) =>
		packaged[kind] ? [message(`package.packaged.${kind}`, { count: packaged[kind] })] : [],
	);
	const staying = leftOutKinds.flatMap((kind) =>
		leftOut[kind] ? [message(`package.left-out.${kind}`, { count: leftOut[kind] })] : [],
	);
	return (
		<div className={styles.contents} aria-live="polite" aria-busy={preview === undefined}>
			<ContentsList title={message('package.export.goes')} lines={going} />
			{staying.length > 0 ? <ContentsList title={message('package.export.stays')} lines={staying} /> : null}
			{title === undefined ? null : <p>{message('package.file-titles', { count: fileTitles.length, title })}</p>}
			{redacted.length > 0 ? <RedactedList redacted={redacted} /> : null}
		</div>
	);
}

function ContentsList({ title, lines }: { title: string; lines: readonly string[] }) {
	return (
		<section>
			<h3 className={styles.title}>{title}</h3>
			<ul className={styles.list}>
				{lines.map((line) => (
					<li key={line}>{line}</li>
				))}
			</ul>
		</section>
	);
}

/** Which records go with a redacted text, and what else of them says what was blacked out. */
function RedactedList({ redacted }: { redacted: readonly RedactedGoing[] }) {
	return (
		<section className={styles.whole}>
			<h3 className={styles.title}>{message('package.redacted.title')}</h3>
			<ul className={styles.list}>
				{redacted.map((record) => (
					<li key={record.recordId}>
						{redactedWords(record)}
						{record.tells.length > 0 ? <strong className={styles.words}>{tellingWords(record)}</strong> : null}
					</li>
				))}
			</ul>
			{redacted.some(({ tells }) => tells.length > 0) ? (
				<p className={styles.warning}>{message('package.redacted.warning')}</p>
			) : null}
		</section>
	);
}
