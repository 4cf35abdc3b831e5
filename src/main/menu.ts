import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { type ChosenKeys, keysNow } from '#shared/api/chosen-keys.ts';
import {
	allCommands,
	type Command,
	type CommandGroup,
	chordAccelerator,
	commandGroups,
	commandTitleKey,
	type KeyChord,
} from '#shared/api/commands.ts';
import { message } from '#shared/messages/messages.ts';

/** Builds the application menu from the list of commands; choosing one tells the window its id. */
export function buildMenu(chosen: ChosenKeys, onCommand: (id: string) => void): Menu {
	const menus = commandGroups.map((group) => ({
		label: message(`command.group.${group}`),
		submenu: [...commandItems(group, chosen, onCommand), ...systemItems(group)],
	}));
	return Menu.buildFromTemplate(process.platform === 'darwin' ? [{ role: 'appMenu' }, ...menus] : menus);
}

function commandItems(
	group: CommandGroup,
	chosen: ChosenKeys,
	onCommand: (id: string) => void,
): MenuItemConstructorOptions[] {
	return allCommands
		.filter((command) => command.group === group && !command.isKeyOnly && !command.isCopyOnly)
		.map((command) => commandItem(command, keysNow(command, chosen)[0], onCommand));
}

/** The page itself listens to the keys: here they are only shown, or each would act twice. */
function commandItem(
	command: Command,
	chord: KeyChord | undefined,
	onCommand: (id: string) => void,
): MenuItemConstructorOptions {
	return {
		id: command.id,
		label: message(commandTitleKey(command.id)).replaceAll('&', '&&'),
		...(chord ? { accelerator: chordAccelerator(chord), registerAccelerator: false } : {}),
		click: () => onCommand(command.id),
	};
}

/** What the system does by itself in each menu. */
function systemItems(group: CommandGroup): MenuItemConstructorOptions[] {
	const line: MenuItemConstructorOptions = { type: 'separator' };
	switch (group) {
		case 'file':
			return process.platform === 'darwin' ? [] : [line, { role: 'quit', label: message('desktop.menu.quit') }];
		case 'edit':
			return [
				line,
				{ role: 'cut', label: message('desktop.menu.cut') },
				{ role: 'copy', label: message('desktop.menu.copy') },
				{ role: 'paste', label: message('desktop.menu.paste') },
				{ role: 'selectAll', label: message('desktop.menu.selectAll') },
			];
		case 'view':
			return app.isPackaged ? [] : [line, { role: 'toggleDevTools' }];
		default:
			return [];
	}
}
