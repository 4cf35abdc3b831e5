import { useState } from 'react';
import { useCommand } from '#renderer/lib/commands.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { CheckBagDialog } from './CheckBagDialog.tsx';
import { ExportPackageDialog } from './ExportPackageDialog.tsx';

/** Answers the commands about packages; both need files of this machine. */
export function PackageDialogs() {
	const [shown, setShown] = useState<'export' | 'check' | null>(null);
	const isDesktop = desktop !== undefined;
	useCommand('package.export', () => setShown('export'), isDesktop);
	useCommand('package.check', () => setShown('check'), isDesktop);
	if (shown === 'export') return <ExportPackageDialog onClose={() => setShown(null)} />;
	if (shown === 'check') return <CheckBagDialog onClose={() => setShown(null)} />;
	return null;
}
