import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { languageName } from '#renderer/lib/language-name.ts';
import { nameTitle } from '#renderer/lib/name-words.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { formKinds, type Name, type NameForm } from '#shared/domain/name.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './NameDetails.module.css';
import { scriptName } from './script-name.ts';
import { type LinkedThing, useLinkedThings } from './use-linked-things.ts';

/** All that is known of a name, each part with where it comes from. */
export function NameDetails({ name }: { name: Name }) {
	const { records, events, names } = useLinkedThings(name);
	const title = nameTitle(name);
	return (
		<article className={styles.details}>
			<h2 className={styles.title}>{title}</h2>
			<p className={styles.line}>
				<Chip>{message(`names.kind.${name.kind}`)}</Chip>
				<Link to="/search" search={{ q: `"${title}"` }}>
					{message('names.search')}
				</Link>
			</p>
			{name.description === '' ? null : (
				<Part title={message('names.description')}>
					<p>{name.description}</p>
					{name.source === '' ? null : (
						<p className={styles.source}>{message('names.forms.source', { source: name.source })}</p>
					)}
				</Part>
			)}
			<Part title={message('names.forms')}>
				<ul className={styles.forms}>
					{sortedForms(name.forms).map((form) => (
						<FormItem key={`${form.language} ${form.script} ${form.text}`} form={form} />
					))}
				</ul>
			</Part>
			<Things title={message('names.records')} things={records} />
			<Things title={message('names.events')} things={events} />
			<Things title={message('names.names')} things={names} />
		</article>
	);
}

function Part({ title, children }: { title: string; children: ReactNode }) {
	return (
		<section className={styles.part}>
			<h3 className={styles.heading}>{title}</h3>
			{children}
		</section>
	);
}

function FormItem({ form }: { form: NameForm }) {
	const details = [languageName(form.language), scriptName(form.script), message(`names.form.${form.kind}`)];
	return (
		<li>
			<p className={styles.form} lang={form.language} dir="auto">
				{form.text}
			</p>
			<p className={styles.source}>{details.join(' · ')}</p>
			<p className={styles.source}>{message('names.forms.source', { source: form.source })}</p>
		</li>
	);
}

function Things({ title, things }: { title: string; things: readonly LinkedThing[] }) {
	if (things.length === 0) return null;
	return (
		<Part title={title}>
			<ul className={styles.things}>
				{things.map((thing) => (
					<li key={thing.id}>
						<ThingLink thing={thing} /> <span className={styles.source}>{thing.detail}</span>
					</li>
				))}
			</ul>
		</Part>
	);
}

function ThingLink({ thing: { kind, id, title } }: { thing: LinkedThing }) {
	switch (kind) {
		case 'record':
			return (
				<Link to="/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}" params={{ recordId: id }}>
					{title}
				</Link>
			);
		case 'event':
			return (
				<Link to="/chronology" hash={id}>
					{title}
				</Link>
			);
		case 'name':
			return (
				<Link to="/names/{-$nameId}" params={{ nameId: id }}>
					{title}
				</Link>
			);
	}
}

/** Main forms first, then as the archive has them. */
function sortedForms(forms: readonly NameForm[]): NameForm[] {
	return [...forms].sort((one, other) => formKinds.indexOf(one.kind) - formKinds.indexOf(other.kind));
}
