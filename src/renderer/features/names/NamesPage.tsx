import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { narrowWindow, useMediaQuery } from '#renderer/lib/media-query.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Inspector } from '#renderer/ui/slots.tsx';
import type { Name } from '#shared/domain/name.ts';
import { message } from '#shared/messages/messages.ts';
import { NameDetails } from './NameDetails.tsx';
import { NameList } from './NameList.tsx';
import styles from './NamesPage.module.css';

const route = getRouteApi('/names/{-$nameId}');

/** Every person, organisation and place; the chosen one beside the list, or in its place where there is no room. */
export function NamesPage() {
	const { nameId } = route.useParams();
	const { data: names, error } = useQuery(queries.names.list());
	const isNarrow = useMediaQuery(narrowWindow);
	const chosen = names?.find(({ id }) => id === nameId);
	if (error) return <ErrorNotice error={error} />;
	if (!names) return null;
	if (names.length === 0) return <EmptyState title={message('names.empty.title')} text={message('names.empty.text')} />;
	if (isNarrow && chosen) return <NameAlone name={chosen} />;
	return (
		<>
			<NameList names={names} chosenId={chosen?.id} />
			<Inspector>
				{chosen ? <NameDetails name={chosen} /> : <p className={styles.choose}>{message('names.choose')}</p>}
			</Inspector>
		</>
	);
}

function NameAlone({ name }: { name: Name }) {
	return (
		<div className={styles.alone}>
			<Link to="/names/{-$nameId}" params={{}} className={styles.back}>
				{message('names.back')}
			</Link>
			<NameDetails name={name} />
		</div>
	);
}
