import { useQuery } from '@tanstack/react-query';
import { queries } from '#renderer/lib/query-keys.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { leftOutKinds, type PackageChoice, type PackageProfile, packagedKinds } from '#shared/domain/package.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './packages.module.css';

/** What would go into the package and what would stay out, counted. */
export function PackageContents({ choice, profile }: { choice: PackageChoice; profile: PackageProfile }) {
	const { data: preview, error } = useQuery(queries.packages.preview({ choice, profile }));
	if (error) return <ErrorNotice error={error} />;
	const { packaged = {}, leftOut = {}, fileTitles = [] } = preview ?? {};
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
