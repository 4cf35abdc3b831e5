import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FormFacts, PlaceCoordinatesList } from '#renderer/features/names/index.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { edtfWords } from '#renderer/lib/edtf-words.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import inspector from '#renderer/ui/inspector-part.module.css';
import type { ArchiveEvent } from '#shared/domain/event.ts';
import type { MapPlace } from '#shared/domain/map.ts';
import { message } from '#shared/messages/messages.ts';
import { EventPassages } from './EventPassages.tsx';
import styles from './PlaceDetails.module.css';
import { PlacePassages } from './PlacePassages.tsx';

interface PlaceDetailsProps {
	place: MapPlace;
	events: readonly ArchiveEvent[];
}

/** Of so many events the words are asked for; those of the others are a press away, in the chronology. */
const mostWithPassages = 20;

/** Every form of the name, none above the others; who says where it lies; what took place there; and the words for it. */
export function PlaceDetails({ place, events }: PlaceDetailsProps) {
	const { data: names = [] } = useQuery(queries.names.list());
	const isReadOnly = useIsReadOnly();
	const name = names.find(({ id }) => id === place.id);
	const there = events.filter(({ id }) => place.eventIds.includes(id));
	return (
		<article className={styles.details} aria-label={place.label}>
			<h2 className={styles.title} dir="auto">
				{place.label}
			</h2>
			<p className={styles.line}>
				<Chip tone="accent">{message(`names.kind.${place.kind}`)}</Chip>
				<Link to="/name/$nameId/{-$part}" params={{ nameId: place.id, part: undefined }}>
					{message('graph.open.name')}
				</Link>
			</p>
			<section className={inspector.part}>
				<h3 className={inspector.heading}>{message('names.forms')}</h3>
				<ul className={styles.forms}>
					{place.forms.map((form) => (
						<li key={`${form.language} ${form.kind} ${form.text}`}>
							<FormFacts form={form} />
						</li>
					))}
				</ul>
			</section>
			{name ? <PlaceCoordinatesList name={name} isReadOnly={isReadOnly} /> : null}
			<section className={inspector.part}>
				<h3 className={inspector.heading}>{message('map.events')}</h3>
				{there.length === 0 ? <p className={styles.soft}>{message('map.no-events')}</p> : null}
				<ul className={styles.forms} aria-label={message('map.events')}>
					{there.map(({ id, title, edtf }, at) => (
						<li key={id}>
							<Link to="/chronology" hash={id} hashScrollIntoView={false}>
								{title}
							</Link>
							{edtf === '' ? null : <span className={styles.soft}> {edtfWords(edtf)}</span>}
							{at < mostWithPassages ? <EventPassages id={id} /> : null}
						</li>
					))}
				</ul>
			</section>
			<PlacePassages id={place.id} />
		</article>
	);
}
