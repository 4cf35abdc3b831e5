import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { nameTitle } from '#renderer/lib/name-words.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Inspector } from '#renderer/ui/slots.tsx';
import { type TabEntry, Tabs } from '#renderer/ui/Tabs.tsx';
import type { NameId } from '#shared/domain/ids.ts';
import type { Name } from '#shared/domain/name.ts';
import { message } from '#shared/messages/messages.ts';
import { keyOf, type MentionGroup } from '#shared/search/mentions/mention-rows.ts';
import { NameDetails } from '../NameDetails.tsx';
import { NameDialogs } from '../NameDialogs.tsx';
import { openDialog } from '../names-store.ts';
import { CompanionList } from './CompanionList.tsx';
import { ConnectionList } from './ConnectionList.tsx';
import { DocumentCount, DocumentList } from './DocumentList.tsx';
import { MentionsPanel } from './MentionsPanel.tsx';
import styles from './NamePage.module.css';
import { type Company, useCompanions } from './use-companions.ts';
import { useMentions } from './use-mentions.ts';

const route = getRouteApi('/name/$nameId/{-$part}');

/** The parts of the page; the first is shown where the address names none. */
const nameParts = ['mentions', 'together', 'documents', 'connections'] as const;
type NamePart = (typeof nameParts)[number];

const noGroups: MentionGroup[] = [];

/** All that an archive has on one person, organisation or place. */
export function NamePage() {
	const { nameId } = route.useParams();
	const { data, error, refetch } = useQuery(queries.names.get({ id: nameId as NameId }));
	const name: Name | undefined = data;
	useSuccessor(nameId, name);
	if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
	return name && name.id === nameId ? <LoadedName key={name.id} name={name} /> : null;
}

function LoadedName({ name }: { name: Name }) {
	const { part } = route.useParams();
	const navigate = useNavigate();
	const [isWide, setIsWide] = useState(false);
	const [withId, setWithId] = useState<NameId | null>(null);
	const { data: names = [name] } = useQuery(queries.names.list());
	const selected = nameParts.find((each) => each === part) ?? 'mentions';
	const view = useMentions(name, isWide);
	const company = useCompanions(name.id, view, selected === 'together' || withId !== null);
	const groups = view.groups ?? noGroups;
	const among = useMemo(() => passagesWith(company, withId), [company, withId]);
	useNameCommands(name);

	function show(next: NamePart): void {
		void navigate({ to: '/name/$nameId/{-$part}', params: { nameId: name.id, part: next }, replace: true });
	}
	const tabs: TabEntry<NamePart>[] = [
		{
			id: 'mentions',
			title: message('names.mentions'),
			content: (
				<MentionsPanel
					{...{ name, view, isWide, among }}
					onWide={setIsWide}
					companion={withId === null ? null : titleOf(names, withId)}
					onLeaveCompanion={() => setWithId(null)}
				/>
			),
		},
		{
			id: 'together',
			title: message('names.together'),
			content: (
				<CompanionList
					company={company}
					groups={groups}
					onShow={(id) => {
						setWithId(id);
						show('mentions');
					}}
				/>
			),
		},
		{
			id: 'documents',
			title: message('names.documents'),
			// Counting the documents of a name that nobody has found yet would only keep its mentions waiting.
			count: view.groups && <DocumentCount name={name} groups={view.groups} />,
			content: <DocumentList name={name} groups={groups} />,
		},
		{ id: 'connections', title: message('names.connections'), content: <ConnectionList name={name} groups={groups} /> },
	];
	return (
		<div className={styles.page}>
			<header className={styles.head}>
				<Link to="/names/{-$nameId}" params={{ nameId: name.id }} className={styles.back}>
					{message('names.back')}
				</Link>
				<h1 className={styles.title}>{nameTitle(name)}</h1>
				<Chip>{message(`names.kind.${name.kind}`)}</Chip>
				<OtherForms name={name} />
			</header>
			<Tabs label={nameTitle(name)} tabs={tabs} selected={selected} onSelect={show} />
			<Inspector>
				<NameDetails name={name} isOnItsPage />
			</Inspector>
			<NameDialogs
				names={names}
				chosen={[name]}
				onShow={(id) => void navigate({ to: '/name/$nameId/{-$part}', params: { nameId: id, part: undefined } })}
			/>
		</div>
	);
}

/** The forms beside the title, each once, as far as there is room. */
function OtherForms({ name }: { name: Name }) {
	const title = nameTitle(name);
	const seen = new Set([title]);
	const others = name.forms.filter(({ text }) => !seen.has(text) && seen.add(text));
	if (others.length === 0) return null;
	return (
		<ul className={styles.forms} aria-label={message('names.forms')}>
			{others.map((form) => (
				<li key={`${form.language} ${form.text}`} lang={form.language} dir="auto">
					{form.text}
				</li>
			))}
		</ul>
	);
}

function passagesWith(company: Company | null, id: NameId | null): Set<string> | null {
	if (id === null) return null;
	const { companions = [], rows = [] } = company ?? {};
	const own = companions.find((companion) => companion.id === id)?.rows ?? new Uint32Array();
	return new Set(
		Array.from(own, (at) => {
			const row = rows[at];
			return row ? keyOf(row.editionId, row.ordinal) : '';
		}),
	);
}

function titleOf(names: readonly Name[], id: NameId): string {
	const name = names.find((each) => each.id === id);
	return name ? nameTitle(name) : '';
}

/** An address of a name that was merged leads to the name that it is part of now. */
function useSuccessor(nameId: string, name: Name | undefined): void {
	const navigate = useNavigate();
	const successor = name && name.id !== nameId ? name.id : null;
	useEffect(() => {
		if (!successor) return;
		void navigate({ to: '/name/$nameId/{-$part}', params: { nameId: successor, part: undefined }, replace: true });
	}, [successor, navigate]);
}

function useNameCommands({ forms }: Name): void {
	const canChange = !useIsReadOnly();
	useCommand('names.merge', () => openDialog('merge'), canChange);
	useCommand('names.split', () => openDialog('split'), canChange && forms.length > 1);
	useCommand('names.remove', () => openDialog('remove'), canChange);
}
