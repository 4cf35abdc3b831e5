import { Link } from '@tanstack/react-router';
import inspector from '#renderer/ui/inspector-part.module.css';
import type { Name } from '#shared/domain/name.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './NameDetails.module.css';
import { type LinkedThing, useLinkedThings } from './use-linked-things.ts';

/** What a name is joined to. */
export function LinkedThings({ name }: { name: Name }) {
	const { records, events, names } = useLinkedThings(name);
	return (
		<>
			<Things title={message('names.records')} things={records} />
			<Things title={message('names.events')} things={events} />
			<Things title={message('names.names')} things={names} />
		</>
	);
}

export function Things({ title, things }: { title: string; things: readonly LinkedThing[] }) {
	if (things.length === 0) return null;
	return (
		<section className={inspector.part}>
			<h3 className={inspector.heading}>{title}</h3>
			<ul className={styles.things}>
				{things.map((thing) => (
					<li key={thing.id}>
						<ThingLink thing={thing} /> <span className={styles.source}>{thing.detail}</span>
					</li>
				))}
			</ul>
		</section>
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
