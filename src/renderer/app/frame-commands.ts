import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { askForNewEvent } from '#renderer/features/chronology/index.ts';
import { useFindingAidCommands } from '#renderer/features/finding-aid/index.ts';
import { useNewRecord } from '#renderer/features/library/index.ts';
import { chooseOther } from '#renderer/features/merge/index.ts';
import { askForNewName } from '#renderer/features/names/index.ts';
import { lockArchive, makeEncryptedArchive } from '#renderer/features/passphrase/index.ts';
import { leaveQuietReading, useQuietReading } from '#renderer/features/reader/index.ts';
import { formatAddress } from '#renderer/lib/address.ts';
import { archive } from '#renderer/lib/archive.ts';
import { useArchiveStatus, useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { copyText } from '#renderer/lib/copies.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { narrowWindow, useMediaQuery } from '#renderer/lib/media-query.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { type ThemeChoice, useThemeChoice } from '#renderer/lib/theme.ts';
import { showError, showToast } from '#renderer/ui/toast.ts';
import { allCommands, type CommandId } from '#shared/api/commands.ts';
import { message } from '#shared/messages/messages.ts';
import { makeArchive, openArchive } from './archive-files.ts';
import { askForCommand } from './ask-for-command.ts';
import { usePaneLayout, useSheet } from './panes.ts';
import { redo, undo } from './undo.ts';

/** A reading copy has no originals, and nothing to merge or add to. */
const isWholeArchive = readingCopy === undefined;
const knownIds: ReadonlySet<string> = new Set(allCommands.map(({ id }) => id));

/** What the frame itself answers: places, panes, themes, undo. Pages answer the rest. */
export function useFrameCommands(): void {
	usePlaceCommands();
	useNewCommands();
	usePaneCommands();
	useThemeCommands();
	useFindingAidCommands();
	useCommand('history.undo', undo);
	useCommand('history.redo', redo);
	useCommand('archive.open', openArchive, desktop !== undefined);
	useCommand('archive.new', makeArchive, desktop !== undefined);
	useCommand('archive.new-encrypted', () => void makeEncryptedArchive(), isWholeArchive);
	useCommand('archive.lock', () => void lockArchive(), isWholeArchive);
	useCommand('search.open', focusSearchBox);
	useCommand('window.full-screen', turnFullScreen, desktop !== undefined || document.fullscreenEnabled);
	useCommand('originals.verify', () => void archive.calls.originals.verify({}).catch(showError), isWholeArchive);
	useEffect(() => {
		// The menu knows commands by their ids only; what it sends is checked like everything from outside.
		desktop?.onCommand((id) => knownIds.has(id) && askForCommand(id as CommandId));
	}, []);
}

function turnFullScreen(): void {
	if (desktop) desktop.turnFullScreen();
	else if (document.fullscreenElement) void document.exitFullscreen().catch(showError);
	else void document.documentElement.requestFullscreen().catch(showError);
}

/** The id of the box in the top bar. */
export const searchBoxId = 'search-box';

function focusSearchBox(): void {
	const box = document.getElementById(searchBoxId);
	if (box instanceof HTMLInputElement) {
		box.focus();
		box.select();
	}
}

function usePlaceCommands(): void {
	const navigate = useNavigate();
	const { history } = useRouter();
	const archiveId = useArchiveStatus()?.archiveId;
	useCommand('go.back', () => history.back());
	useCommand('go.forward', () => history.forward());
	useCommand('go.library', () => void navigate({ to: '/library' }));
	useCommand('search.list', () => void navigate({ to: '/list-search' }));
	useCommand('go.search', () => void navigate({ to: '/search', search: { q: '' } }));
	useCommand('go.chronology', () => void navigate({ to: '/chronology' }));
	useCommand('go.graph', () => void navigate({ to: '/graph', search: {} }));
	useCommand('go.map', () => void navigate({ to: '/map' }));
	useCommand('go.names', () => void navigate({ to: '/names/{-$nameId}' }));
	useCommand('go.annotations', () => void navigate({ to: '/annotations' }));
	useCommand('go.evidence', () => void navigate({ to: '/evidence' }));
	useCommand('go.wantedSources', () => void navigate({ to: '/wanted-sources' }));
	useCommand('go.translations', () => void navigate({ to: '/translations' }), isWholeArchive);
	useCommand('names.suggest', () => void navigate({ to: '/suggested-names' }), isWholeArchive);
	useCommand('go.conflicts', () => void navigate({ to: '/conflicts' }), isWholeArchive);
	useCommand(
		'archive.merge',
		() => {
			void navigate({ to: '/merge' });
			chooseOther().catch(showError);
		},
		isWholeArchive,
	);
	useCommand('go.quotes', () => void navigate({ to: '/quotes' }), isWholeArchive);
	useCommand('go.reading', () => void navigate({ to: '/reading' }));
	useCommand('go.adding', () => void navigate({ to: '/adding/{-$jobId}' }), isWholeArchive);
	useCommand('go.custody', () => void navigate({ to: '/custody' }), isWholeArchive);
	useCommand('settings.open', () => void navigate({ to: '/settings' }));
	useCommand('help.open', () => void navigate({ to: '/help' }));
	useCommand('help.about', () => void navigate({ to: '/settings', hash: 'about' }));
	useCommand(
		'address.copy',
		() => {
			const address = formatAddress(archiveId ?? '', history.location.href);
			void copyText(address).then(() => showToast(message('address.copied')), showError);
		},
		archiveId !== undefined,
	);
	useEffect(() => archive.on('archive.opened', () => void navigate({ to: '/library' })), [navigate]);
}

/** What is made from anywhere. Each leads to the page of its kind; a page that is open already answers for itself. */
function useNewCommands(): void {
	const navigate = useNavigate();
	const canChange = !useIsReadOnly();
	const openNewRecord = useNewRecord();
	useCommand('records.new', openNewRecord, canChange);
	useCommand(
		'names.new',
		() => {
			askForNewName();
			void navigate({ to: '/names/{-$nameId}' });
		},
		canChange,
	);
	useCommand(
		'events.new',
		() => {
			askForNewEvent();
			void navigate({ to: '/chronology' });
		},
		canChange,
	);
}

function usePaneCommands(): void {
	const isNarrow = useMediaQuery(narrowWindow);
	const [layout, change] = usePaneLayout();
	const toggleSheet = (pane: 'navigation' | 'inspector') =>
		useSheet.setState(({ open }) => ({ open: open === pane ? null : pane }));
	const isQuiet = useQuietReading((quiet) => quiet.isOn);
	// Whoever asks for a pane, or for what is in it, does not read undisturbed any more.
	useCommand('pane.navigation', () => {
		leaveQuietReading();
		if (isNarrow) toggleSheet('navigation');
		else change({ isNavigationOpen: isQuiet || !layout.isNavigationOpen });
	});
	useCommand('pane.inspector', () => {
		leaveQuietReading();
		if (isNarrow) toggleSheet('inspector');
		else change({ isInspectorOpen: isQuiet || !layout.isInspectorOpen });
	});
}

function useThemeCommands(): void {
	const [, choose] = useThemeChoice();
	const use = (choice: ThemeChoice) => () => choose(choice);
	useCommand('theme.light', use('light'));
	useCommand('theme.sepia', use('sepia'));
	useCommand('theme.dark', use('dark'));
	useCommand('theme.contrast', use('contrast'));
	useCommand('theme.system', use('system'));
}
