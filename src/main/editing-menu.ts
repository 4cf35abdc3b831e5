import { type BrowserWindow, type ContextMenuParams, Menu, type MenuItemConstructorOptions } from 'electron';
import { message } from '#shared/messages/messages.ts';

/**
 * The right button in a field, or on words that no menu of the page is for. Electron has no such menu by itself, and the
 * page cannot paste.
 */
export function offerEditing(window: BrowserWindow): void {
	window.webContents.on('context-menu', (_event, params) => {
		const items = editingItems(params);
		if (items.length > 0) Menu.buildFromTemplate(items).popup({ window });
	});
}

function editingItems({ isEditable, selectionText, editFlags }: ContextMenuParams): MenuItemConstructorOptions[] {
	const copy: MenuItemConstructorOptions = {
		role: 'copy',
		label: message('desktop.menu.copy'),
		enabled: editFlags.canCopy,
	};
	if (!isEditable) return selectionText.trim() === '' ? [] : [copy];
	return [
		{ role: 'cut', label: message('desktop.menu.cut'), enabled: editFlags.canCut },
		copy,
		{ role: 'paste', label: message('desktop.menu.paste'), enabled: editFlags.canPaste },
		{ type: 'separator' },
		{ role: 'selectAll', label: message('desktop.menu.selectAll'), enabled: editFlags.canSelectAll },
	];
}
