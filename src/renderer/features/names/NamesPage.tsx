import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { narrowWindow, useMediaQuery } from '#renderer/lib/media-query.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { startSearch } from '#renderer/search/index.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Inspector } from '#renderer/ui/slots.tsx';
import type { NameId } from '#shared/domain/ids.ts';
import type { Name } from '#shared/domain/name.ts';
import { knownForms } from '#shared/known-forms/known-forms.ts';
import { message } from '#shared/messages/messages.ts';
import { ChosenNames } from './ChosenNames.tsx';
import { KnownDetails } from './KnownDetails.tsx';
import { chosenNames, listedKnown, listedNames } from './listed-names.ts';
import { NameDetails } from './NameDetails.tsx';
import { NameDialogs } from './NameDialogs.tsx';
import { NameList } from './NameList.tsx';
import { NamesHead } from './NamesHead.tsx';
import styles from './NamesPage.module.css';
import { askForNewName, openDialog, selectOnly, useNames } from './names-store.ts';

const route = getRouteApi('/names/{-$nameId}');

/** Every person, organisation and place, and the table of known forms; the chosen one beside the list, or in its place where there is no room. */
export function NamesPage() {
	const { data: names, error } = useQuery(queries.names.list());
	// Whoever is here opens the page of a name next, and that one is to be found by then.
	useEffect(startSearch, []);
	if (error) return <ErrorNotice error={error} />;
	return names ? <LoadedNames names={names} /> : null;
}

function LoadedNames({ names }: { names: readonly Name[] }) {
	const nameId = route.useParams().nameId as NameId | undefined;
	const { filter, typed, selectedIds } = useNames();
	const navigate = useNavigate();
	const details = useRef<HTMLDivElement>(null);
	const isNarrow = useMediaQuery(narrowWindow);
	const isKnown = filter === 'known';
	const listed = useMemo(() => listedNames(names), [names]);
	const known = useMemo(() => listedKnown(knownForms()), []);
	const shown = useMemo(
		() => chosenNames(isKnown ? known : listed, filter, typed),
		[listed, known, filter, typed, isKnown],
	);
	const several = names.filter(({ id }) => selectedIds.has(id));
	const chosen = several.length > 0 ? several : names.filter(({ id }) => id === nameId);
	useNameCommands(chosen);
	useAddressIsChosen(nameId);
	useSuccessor(nameId, names);

	function show(id: NameId, isNew = true): void {
		selectOnly(id);
		void navigate({ to: '/names/{-$nameId}', params: { nameId: id }, replace: !isNew });
	}
	const content = <Details chosen={chosen} nameId={nameId} />;
	const dialogs = <NameDialogs names={names} chosen={chosen} onShow={show} />;
	const isAlone = chosen.length === 0 || (chosen.length === 1 && chosen[0]?.id === nameId);
	if (isNarrow && nameId && isAlone)
		return (
			<div className={styles.alone}>
				<h1 className="visually-hidden">{message('names.title')}</h1>
				<Link to="/names/{-$nameId}" params={{ nameId: undefined }} className={styles.back}>
					{message('names.back')}
				</Link>
				{content}
				{dialogs}
			</div>
		);
	return (
		<div className={styles.page}>
			<NamesHead count={shown.length} knownCount={known.length} />
			{shown.length > 0 ? (
				<NameList
					names={shown}
					currentId={nameId}
					show={show}
					choose={isNarrow ? selectOnly : show}
					enter={() => focusFirst(details.current)}
				/>
			) : (
				<NothingShown isEmpty={names.length === 0 && !isKnown} />
			)}
			<Inspector>
				<div ref={details}>{content}</div>
			</Inspector>
			{dialogs}
		</div>
	);
}

function Details({ chosen, nameId }: { chosen: readonly Name[]; nameId: NameId | undefined }) {
	const [name, ...others] = chosen;
	if (name && others.length > 0) return <ChosenNames names={chosen} />;
	if (name) return <NameDetails key={name.id} name={name} />;
	const known = knownForms().find(({ id }) => id === nameId);
	if (known) return <KnownDetails known={known} />;
	return <p className={styles.choose}>{message('names.choose')}</p>;
}

function NothingShown({ isEmpty }: { isEmpty: boolean }) {
	const isReadOnly = useIsReadOnly();
	if (!isEmpty) return <p className={styles.choose}>{message('names.empty.filtered')}</p>;
	return (
		<EmptyState title={message('names.empty.title')} text={message('names.empty.text')}>
			{isReadOnly ? null : (
				<Button variant="primary" onPress={askForNewName}>
					{message('names.new')}
				</Button>
			)}
		</EmptyState>
	);
}

function useNameCommands(chosen: readonly Name[]): void {
	const isReadOnly = useIsReadOnly();
	const [first] = chosen;
	const canChange = !isReadOnly && first !== undefined;
	useCommand('names.new', askForNewName, !isReadOnly);
	useCommand('names.merge', () => openDialog('merge'), canChange);
	useCommand('names.split', () => openDialog('split'), canChange && chosen.length === 1 && first.forms.length > 1);
	useCommand('names.remove', () => openDialog('remove'), canChange);
}

/** Whoever comes by a link, or goes back, has chosen the name of that address. */
function useAddressIsChosen(nameId: NameId | undefined): void {
	useLayoutEffect(() => {
		const { selectedIds } = useNames.getState();
		if (nameId && selectedIds.size < 2 && !selectedIds.has(nameId)) selectOnly(nameId);
	}, [nameId]);
}

/** An address of a name that was merged leads to the name that it is part of now. */
function useSuccessor(nameId: NameId | undefined, names: readonly Name[]): void {
	const navigate = useNavigate();
	const isThere = nameId === undefined || names.some(({ id }) => id === nameId);
	const isKnown = knownForms().some(({ id }) => id === nameId);
	const { data } = useQuery({
		...queries.names.get({ id: nameId ?? ('' as NameId) }),
		enabled: !isThere && !isKnown,
		retry: false,
	});
	const successor = data && data.id !== nameId && !isThere ? data.id : null;
	useEffect(() => {
		if (successor) void navigate({ to: '/names/{-$nameId}', params: { nameId: successor }, replace: true });
	}, [successor, navigate]);
}

function focusFirst(details: HTMLElement | null): void {
	details?.querySelector<HTMLElement>('button, a[href], input')?.focus();
}
