import { useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { SettingsSection } from '#renderer/ui/SettingsSection.tsx';
import { message } from '#shared/messages/messages.ts';
import styles from './SettingsPage.module.css';

/** Parts of others that ship with Lectern, by name and licence. */
const parts = [
	['Electron, Chromium, Node.js', 'MIT, BSD-3-Clause'],
	['SQLite', 'public domain'],
	[
		'better-sqlite3, SQLite3 Multiple Ciphers, MiniSearch, React, TanStack, zustand, valibot, unified, iconv-lite, ws, Lingui',
		'MIT',
	],
	['React Aria', 'Apache-2.0'],
	['docx, fflate', 'MIT'],
	['jschardet', '0BSD'],
	['Lucide', 'ISC'],
	['Noto Sans, Noto Serif', 'OFL-1.1'],
] as const;

export function About() {
	const status = useArchiveStatus();
	return (
		<SettingsSection title={message('about.title')} id="about">
			<p className={styles.note}>{message('about.text')}</p>
			{desktop?.runtime.isDevelopment ? (
				<Card tone="warn">
					<strong>{message('about.development')}</strong>
					<p>{message('about.development-text')}</p>
				</Card>
			) : null}
			<dl className={styles.facts}>
				<dt>{message('about.window')}</dt>
				<dd>{desktop?.runtime.version ?? message(readingCopy ? 'reading-copy.title' : 'about.browser')}</dd>
				<dt>{message('about.archive-runtime')}</dt>
				<dd>{status?.runtime ?? ''}</dd>
				{status?.path ? (
					<>
						<dt>{message('about.archive-file')}</dt>
						<dd>{status.path}</dd>
					</>
				) : null}
				<dt>{message('about.archive-id')}</dt>
				<dd>{status?.archiveId ?? ''}</dd>
			</dl>
			<h3 className={styles.heading}>{message('about.licences')}</h3>
			<p className={styles.note}>{message('about.own-licence')}</p>
			<ul className={styles.list}>
				{parts.map(([name, licence]) => (
					<li key={name}>
						{name}: {licence}
					</li>
				))}
			</ul>
		</SettingsSection>
	);
}
