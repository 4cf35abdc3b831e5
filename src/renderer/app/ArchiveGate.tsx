import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { LockScreen } from '#renderer/features/passphrase/index.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { useThemeOnDocument } from '#renderer/lib/theme.ts';
import { asksForPassphrase } from '#shared/domain/app-error.ts';
import { focusPlace } from './place-focus.ts';
import { useWindowTitle } from './window-title.ts';

/** Shows nothing of the app while its archive waits for a passphrase; what is behind is drawn at the place where it was. */
export function ArchiveGate({ children }: { children: ReactNode }) {
	const { error } = useQuery(queries.archive.status());
	return asksForPassphrase(error) ? <LockedWindow path={String(error.detail.path)} /> : children;
}

function LockedWindow({ path }: { path: string }) {
	useThemeOnDocument();
	useWindowTitle();
	// The field that had the focus goes with it.
	useEffect(() => () => void focusPlace(), []);
	return <LockScreen key={path} path={path} />;
}
